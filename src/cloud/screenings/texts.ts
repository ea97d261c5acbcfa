import type { ScreeningSubject } from '../../contract/screenings';
import type { LockedRow } from './queries';

export const replacedText = '作者改过内容，新的一份会另外送来';

export const subjectNames: Record<ScreeningSubject, string> = {
  report: '随手拍',
  request: '诉求',
  bulletin: '公告',
  activity: '活动',
};

export const stateNames: Record<LockedRow['state'], string> = {
  checking: '正在检查',
  waiting: '等人工看',
  passed: '通过',
  rejected: '不通过',
  replaced: '改过或撤回',
};
