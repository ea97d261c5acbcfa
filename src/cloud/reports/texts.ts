import type { ReportCategory, ReportState } from '../../contract/reports';

export const categoryNames: Record<ReportCategory, string> = {
  food_safety: '食品卫生',
  street_trading: '占道经营',
  safety_hazard: '安全隐患',
  environment: '环境整治',
  e_bike_charging: '电动车飞线、进楼',
  corridor_clutter: '楼道堆物',
  road_manhole: '路面、井盖',
  other: '其他',
};

export const stateNames: Record<ReportState, string> = {
  submitted: '已提交',
  screening: '审核中',
  triage: '待分派',
  assigned: '待接单',
  in_progress: '处理中',
  info_requested: '等补充',
  scheduled: '已排期',
  transferred: '已转出',
  resolved: '已处理',
  confirmed: '已办结',
  rejected: '未受理',
  not_our_remit: '不归社区管',
  duplicate: '已并入',
  withdrawn: '已撤回',
  reopen_requested: '申请重开',
};

export const numbered = (number: number): string => ` ${number} 号`;

/** Of who went to see and wrote nothing. */
export const unmendedWords = '现场看过了，还没有处理好';
