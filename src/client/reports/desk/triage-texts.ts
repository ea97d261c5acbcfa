import type { DueKind } from '../../../contract/report-cases';
import type { Scope } from './filters';
import type { Stage } from './stages';

export const stageTexts: Record<Stage, string> = {
  triage: '待分派',
  assigned: '待接单',
  working: '处理中',
  waiting: '等回复、排期、转出',
  resolved: '待回访',
  reopening: '重开申请',
};

export const scopeTexts: Record<Scope, string> = {
  open: '没办完的',
  closed: '已了结的',
  all: '全部',
};

export const dueKindTexts: Record<DueKind, string> = {
  overdue: '已超期',
  soon: '快到期',
  later: '还早',
  none: '不计时',
};

export const triageTexts = {
  title: '上报处理',
  viewAs: '怎么看',
  list: '列表',
  board: '看板',
  map: '地图',
  search: '找上报',
  searchPlaceholder: '编号，或者描述、地点里的字',
  counts: '各有多少',
  overdue: '已超期',
  soon: '快到期',
  overdueIn: (count: number) => `超期 ${count}`,
  filters: '筛选',
  filtersOn: (count: number) => `筛选 ${count}`,
  chosenFilters: '现在的条件',
  without: (filter: string) => `去掉条件：${filter}`,
  scope: '范围',
  states: '状态',
  statesHint: '选了状态，就只看这些状态的',
  category: '类别',
  due: '期限',
  anyDue: '不限',
  department: '部门',
  gridMember: '网格员',
  anyone: '不限',
  from: '从哪天起',
  to: '到哪天止',
  submittedFrom: (day: string) => `${day} 起`,
  submittedTo: (day: string) => `${day} 止`,
  setDates: '按上报日期筛选',
  clearDates: '不限日期',
  order: '排列',
  orderDue: '期限近的在前',
  orderNewest: '新上报的在前',
  showResults: '看结果',
  clearAll: '清除条件',
  templates: '常用回复',
  workingDays: '工作日历',
  help: '键盘操作',
  empty: '都处理完了',
  emptyHint: '有新的上报，会出现在这里',
  nothing: '没有符合的上报',
  nothingHint: '换个说法，或者清除条件再看看',
  emptyColumn: '没有',
  moreOf: '再看一些',
  pick: '选一条看看',
  pickHint: '从左边的名单里点一条',
  noAssignee: '还没分派',
  noWords: '没有文字说明',
  noPhoto: '没有照片',
  mapHint: '移动或放大地图，看这一片的上报',
  mapLabel: '上报地图',
  mapEmpty: '这一片没有符合条件的上报',
  clusterLabel: (count: number, overdue: number) =>
    overdue > 0 ? `${count} 条上报，其中 ${overdue} 条超期` : `${count} 条上报`,
  close: '关闭',
  head: {
    number: '编号',
    photo: '照片',
    category: '类别',
    words: '说明与地点',
    state: '状态',
    assignee: '处理人',
    due: '期限',
    age: '上报',
  },
} as const;

export const bulkTexts = {
  choose: (number: string) => `选择 ${number}`,
  chooseAll: '全选',
  chosen: (count: number) => `已选 ${count} 条`,
  full: (limit: number) => `一次最多选 ${limit} 条`,
  clear: '取消选择',
  assign: '分派',
  reject: '不受理',
  refer: '不归社区管',
  assignAsk: (count: number) => `把 ${count} 条分派给谁？`,
  rejectAsk: (count: number) => `不受理这 ${count} 条？`,
  referAsk: (count: number) => `这 ${count} 条归谁管？`,
  hint: '逐条处理，每一条的结果都会告诉您。',
  done: (count: number) => `${count} 条都处理好了`,
  partly: (moved: number, failed: number) => `${moved} 条处理好了，${failed} 条没有成功`,
  noneDone: (failed: number) => `${failed} 条都没有成功`,
  failedHint: '没成功的还选着，原因写在每一条下面。',
} as const;

export const keyTexts = {
  title: '键盘操作',
  rows: [
    ['J 或 ↓', '下一条'],
    ['K 或 ↑', '上一条'],
    ['回车', '打开这一条'],
    ['X', '选中或取消'],
    ['A', '分派选中的，没有选就分派这一条'],
    ['/', '搜索'],
    ['Esc', '关闭、取消选择'],
    ['?', '看这个说明'],
  ],
} as const;

/** Of working time, whose days are short: 20 分钟, 12 个工作小时. */
export function workingText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 个工作小时`;
}
