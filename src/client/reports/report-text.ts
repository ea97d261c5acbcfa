import type {
  ReportAction,
  ReportActor,
  ReportCategory,
  ReportPhotoKind,
  ReportState,
} from '../../contract/reports';

type Tone = 'plain' | 'good' | 'warn' | 'danger' | 'accent';

export const reportCategoryTexts: Record<ReportCategory, string> = {
  food_safety: '食品卫生',
  street_trading: '占道经营',
  safety_hazard: '安全隐患',
  environment: '环境整治',
  e_bike_charging: '电动车飞线、进楼',
  corridor_clutter: '楼道堆物',
  road_manhole: '路面、井盖',
  other: '其他',
};

/** The states as everybody sees them; the tone is that of a tag. */
export const reportStateTexts: Record<ReportState, { name: string; tone: Tone }> = {
  submitted: { name: '已提交', tone: 'plain' },
  screening: { name: '审核中', tone: 'plain' },
  triage: { name: '待分派', tone: 'warn' },
  assigned: { name: '待接单', tone: 'warn' },
  in_progress: { name: '处理中', tone: 'accent' },
  info_requested: { name: '等补充', tone: 'warn' },
  scheduled: { name: '已排期', tone: 'accent' },
  transferred: { name: '已转出', tone: 'accent' },
  resolved: { name: '已处理', tone: 'good' },
  confirmed: { name: '已办结', tone: 'good' },
  rejected: { name: '未受理', tone: 'plain' },
  not_our_remit: { name: '不归社区管', tone: 'plain' },
  duplicate: { name: '已并入', tone: 'plain' },
  withdrawn: { name: '已撤回', tone: 'plain' },
  reopen_requested: { name: '申请重开', tone: 'danger' },
};

export const reportActorTexts: Record<ReportActor, string> = {
  reporter: '上报人',
  staff: '社区工作人员',
  department: '负责部门',
  grid_member: '网格员',
  supervisor: '社区负责人',
  system: '系统',
};

/** What was done, as a line of the history begins. */
export const reportActionTexts: Record<ReportAction, string> = {
  submit: '提交上报',
  screen: '审核通过',
  assign: '分派',
  recategorise: '更正类别',
  accept: '接单',
  give_back: '退回',
  ask: '请上报人补充',
  answer: '补充说明',
  schedule: '排期处理',
  transfer: '转给外部单位',
  resume: '继续处理',
  resolve: '处理完成',
  verify: '现场复核',
  confirm: '确认并评价',
  lapse: '到期未确认',
  reject: '不受理',
  refer: '不归社区管',
  merge: '并入同一件',
  follow_up: '有新进展',
  ask_to_reopen: '申请重开',
  reopen: '重新处理',
  decline_reopening: '不再重开',
  withdraw: '撤回',
  escalate: '超期督办',
  note: '内部备注',
};

export const reportPhotoKindTexts: Record<ReportPhotoKind, string> = {
  report: '上报照片',
  answer: '补充照片',
  before: '处理前',
  after: '处理后',
  verification: '复核照片',
};

/** What people say on the phone. */
export const reportNumberText = (number: number): string => `${number} 号`;
