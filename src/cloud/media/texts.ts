import type { MediaPurpose } from '../../contract/media';

export const purposeNames: Readonly<Record<MediaPurpose, string>> = {
  report: '上报隐患',
  after: '处理之后',
  verification: '现场核实',
  request: '诉求',
  bulletin: '公告',
  activity: '活动',
};
