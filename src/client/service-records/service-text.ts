import type { CorrectionState, HonourKind, ServiceGrade, ServiceKind } from '../../contract/service-records';

export const serviceKindNames: Record<ServiceKind, string> = {
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
  asked: '更正等答复',
  granted: '已更正',
  declined: '没有更正',
  withdrawn: '更正已撤回',
};

export const correctionTones = {
  asked: 'accent',
  granted: 'good',
  declined: 'warn',
  withdrawn: 'plain',
} as const satisfies Record<CorrectionState, string>;
