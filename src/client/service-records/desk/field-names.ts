import type { ExportField } from '../../../contract/service-records';

export const fieldNames: Record<ExportField, string> = {
  volunteer_number: '志愿者编号',
  real_name: '真实姓名',
  nickname: '称呼',
  community: '社区',
  content: '服务内容',
  kind: '服务类别',
  served_on: '服务日期',
  hours: '时长（小时）',
  minutes: '时长（分钟）',
  place: '服务地点',
  recorder: '记录人',
  grade: '评价',
  grade_words: '评语',
  record_id: '记录编号',
  fixed: '固定文字',
};
