import type { CorrectionState, HonourKind, ServiceGrade, ServiceKind } from '../../contract/service-records';

export const kindNames: Record<ServiceKind, string> = {
  tree_planting: '义务植树',
  elder_visit: '关爱孤寡老人',
  environment: '环境整治',
  other_volunteering: '其他志愿服务',
};

export const gradeNames: Record<ServiceGrade, string> = {
  excellent: '优秀',
  good: '良好',
  qualified: '合格',
};

export const honourNames: Record<HonourKind, string> = { training: '培训', commendation: '表彰' };

export const correctionNames: Record<CorrectionState, string> = {
  asked: '等待答复',
  granted: '已更正',
  declined: '没有更正',
  withdrawn: '已撤回',
};

export const serviceTexts = {
  issuerOf: (community: string) => `${community}居民委员会`.slice(0, 40),
  pointsTakenBack: '服务时长更正',
  exportName: (from: string, to: string) => `志愿服务记录 ${from} 至 ${to}.csv`,
  exportDays: (days: number) => `最多 ${days} 天`,
  wrongDays: '结束日期不能早于开始日期',
  futureDay: '不能晚于今天',
  fixedText: '固定内容要写上文字',
  hiddenName: '请写看得见的字',
} as const;

/** `藕塘社区`, 7 → `藕塘志-0007` */
export const volunteerNumber = (community: string, number: number): string =>
  `${community.replace(/社区$/, '')}志-${String(number).padStart(4, '0')}`;
