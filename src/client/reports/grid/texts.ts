import type { GridTaskKind } from '../../../contract/report-checks';
import type { WorkAction } from './work';

export const tasksTexts = {
  title: '网格任务',
  kinds: '看哪些',
  kind: { assigned: '交给我的', verify: '待核实' } satisfies Record<GridTaskKind, string>,
  lead: {
    assigned: '社区派给您办的。离得近的、快到期的先办。',
    verify: '说是处理好了，还没人去看过。顺路看一眼，拍张照就行。',
  } satisfies Record<GridTaskKind, string>,
  empty: {
    assigned: { title: '现在没有派给您的', hint: '社区派给您时，会在消息里告诉您' },
    verify: { title: '附近没有要核实的', hint: '您常跑的地方有处理好的，会放在这里' },
  } satisfies Record<GridTaskKind, { title: string; hint: string }>,
  byDue: '按期限的先后排列',
  byWaiting: '按等了多久排列',
  toFigures: '我的网格数',
  toFiguresHint: '上报、办结、核实了多少',
  kept: '写了还没提交',
  away: (distance: string) => `离您 ${distance}`,
  notGridHint: '流动网格员才有任务。申请通过后，社区派的事会放在这里。',
  apply: '看看怎么当网格员',
} as const;

export const dueTexts = {
  before: (moment: string) => `${moment} 前`,
  today: (time: string) => `今天 ${time}`,
  tomorrow: (time: string) => `明天 ${time}`,
  overdueHours: (hours: number) => `已超 ${hours} 小时`,
  overdueDays: (days: number) => `已超 ${days} 天`,
} as const;

export const taskTexts = {
  title: '任务',
  groups: { report: '上报时', before: '处理前', after: '处理后', verification: '核实时' },
  noPhotos: '没有照片',
  photoAlt: (kind: string, index: number) => `${kind}第 ${index} 张`,
  words: '上报人写的',
  place: '在哪儿',
  placeMap: '上报的地点',
  noPlaceText: '没有写门牌，按图上的点找',
  accuracy: (metres: number) => `点的位置误差约 ${metres} 米`,
  directions: '导航过去',
  history: '办理经过',
  until: (moment: string) => `约定 ${moment} 前`,
  receiver: (name: string) => `转给：${name}`,
  question: '等上报人回答',
  more: '还可以',
  resolved: '已经办结，等上报人确认',
  resolvedHint: '上报人没有回应，14 天后自动了结。',
  reopenRequested: '上报人说没办好，等社区负责人决定',
  gone: { assigned: '这件不在您手里了', verify: '这件不用核实了' } satisfies Record<GridTaskKind, string>,
  goneHint: {
    assigned: '可能已经退回，或者改派给别人了',
    verify: '可能有人先核实过了，或者您不在附近',
  } satisfies Record<GridTaskKind, string>,
  toTasks: '回到任务',
} as const;

interface WorkTexts {
  /** On the button that opens it. */
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly confirm: string;
  readonly words: string;
  readonly example: string;
  readonly suggestions?: readonly string[];
  readonly done: string;
}

export const workTexts: Record<WorkAction, WorkTexts> = {
  accept: {
    name: '接单',
    title: '接下这一件？',
    hint: '接单后由您来办，上报人会看到“处理中”。',
    confirm: '接单',
    words: '',
    example: '',
    done: '已接单',
  },
  giveBack: {
    name: '退回社区',
    title: '为什么退回？',
    hint: '退回后社区会重新派人。',
    confirm: '退回',
    words: '原因（社区会看到）',
    example: '也可以自己写',
    suggestions: ['不在我跑的片区', '我处理不了，要专业的人', '这几天不在'],
    done: '已退回社区',
  },
  resolve: {
    name: '办结',
    title: '办得怎么样？',
    hint: '拍一张处理后的照片，写一句做了什么。上报人会看到。',
    confirm: '提交办结',
    words: '做了什么',
    example: '例如：杂物已经请住户搬走',
    done: '已办结，等上报人确认',
  },
  schedule: {
    name: '约个时间再办',
    title: '哪天能办好？',
    hint: '到期没办好会提醒您。上报人会看到这个时间。',
    confirm: '定下来',
    words: '说明（上报人会看到）',
    example: '例如：和物业约好周六一起清',
    done: '已约好时间',
  },
  ask: {
    name: '问问上报人',
    title: '想问上报人什么？',
    hint: '等回答的时候不算时限。',
    confirm: '发给上报人',
    words: '问题（上报人会看到）',
    example: '例如：请问是几单元门口？',
    done: '已发给上报人',
  },
  transfer: {
    name: '转给外部单位',
    title: '转给哪个单位？',
    hint: '转出后社区仍会盯着。上报人会看到。',
    confirm: '转出',
    words: '说明（上报人会看到）',
    example: '例如：是供电线路，已报供电公司',
    done: '已转出',
  },
  resume: {
    name: '继续处理',
    title: '继续处理这一件？',
    hint: '状态回到“处理中”。',
    confirm: '继续处理',
    words: '说一句（可不写）',
    example: '例如：今天约好了一起清',
    done: '已继续处理',
  },
  verify: {
    name: '现场核实',
    title: '到现场看过了吗？',
    hint: '在现场拍一张，照实说就行。',
    confirm: '提交核实',
    words: '补充几句（可不写）',
    example: '例如：井盖换新了，踩着不响',
    done: '核实好了，谢谢您',
  },
};

export const formTexts = {
  verdict: '整改了没有',
  mended: '已整改',
  unmended: '没整改',
  unmendedHint: '会请社区负责人重新安排。',
  spot: '现场照片',
  after: '处理后的照片',
  day: '哪天',
  time: '几点前',
  untilPast: '要选晚于现在的时间',
  receiver: '单位名称',
  receiverExample: '例如 供电公司庐阳营业厅',
  missing: (what: readonly string[]) => `还差：${what.join('、')}`,
  missingPart: {
    verdict: '整改了没有',
    photos: '照片',
    receiver: '单位名称',
    until: '时间',
    words: '说明',
  },
  sendingPhoto: (index: number, all: number) => `正在传第 ${index} 张，共 ${all} 张`,
  sending: '正在提交',
  kept: '写的和照片都存在这台手机里，提交成功才会删',
  notKept: '手机存储满了，关掉后这些会丢',
  askedHint: '上次提交还没有回音。再试一次不会重复。',
  later: '先放着',
} as const;

export const figuresTexts = {
  title: '我的网格数',
  reported: '上报',
  resolved: '办结',
  verified: '现场核实',
  foundUnmended: '其中发现没整改',
  pieces: (count: number) => `${count} 件`,
  running: '这个月还没过完，数字还会变',
  empty: '这个月还没有记录',
  emptyHint: '上报、办结、现场核实，都会记在这里',
  thanks: '辛苦了，邻里都看得见。',
} as const;
