import { areaName } from './area-name';

test.each([
  ['歇歇角·荷风路', '荷风路'],
  ['海棠花园小区党群服务站', '海棠花园'],
  ['藕塘社区党群服务中心', '藕塘社区'],
  ['合肥慧视眼科医院（友好医院）', '合肥慧视眼科医院'],
  ['暖新休息区', '暖新休息区'],
  ['党群服务站', '党群服务站'],
])('%s → %s', (station, area) => expect(areaName(station)).toBe(area));
