import type { NoticeKind } from '../../contract/notices';
import { aboutRequest, aboutRequestCase, type RequestCaseValues, type RequestValues } from './request-texts';
import { consultationWords, type ConsultationValues } from './consultation-texts';
import { activityWords, type ActivityValues } from './activity-texts';
import { aboutService, type ServiceValues } from './service-texts';

/** What each kind is told with. Names of these values are what a template's fields are filled from. */
export interface NoticeValues {
  grid_decision: { community: string; isApproved: boolean; number: string | null; reason: string | null };
  merchant_decision: { community: string; merchant: string; isApproved: boolean; reason: string | null };
  redemption: { merchant: string; coupon: string; reason: string };
  membership: { community: string; change: 'verified' | 'paused' | 'resumed'; reason: string | null };
  roles: { community: string; given: string; taken: string };
  report: ReportValues;
  request: RequestValues;
  request_case: RequestCaseValues;
  case: CaseValues;
  attendance: AttendanceValues;
  bulletin: { community: string; bulletin: string };
  consultation: ConsultationValues;
  activity: ActivityValues;
  points: { community: string; amount: number; balance: number; reason: string };
  service: ServiceValues;
  account: { event: 'export_ready' | 'merged' };
}

/** What happened to a report, to who reported or follows it. */
export type ReportNews =
  | 'assigned'
  | 'accepted'
  | 'given_back'
  | 'asked'
  | 'unanswered'
  | 'scheduled'
  | 'transferred'
  | 'resumed'
  | 'resolved'
  | 'unconfirmed'
  | 'rejected'
  | 'not_our_remit'
  | 'duplicate'
  | 'reopened'
  | 'not_reopened'
  | 'recategorised'
  | 'withheld';

interface ReportValues {
  news: ReportNews;
  number: number;
  /** Its category. */
  what: string;
  /** Whom it was given or handed to, or whose it is. */
  who: string | null;
  words: string | null;
  /** By when what comes next is due. */
  when: string | null;
  /** Whether it is the reporter's own; else they follow it. */
  isOwn: boolean;
}

/** What somebody who works here has to do about a report. */
export type CaseNews = 'assigned' | 'answered' | 'given_back_again' | 'reopening' | 'overdue';

interface CaseValues {
  news: CaseNews;
  number: number;
  what: string;
  words: string | null;
  when: string | null;
}

/** What the day of an activity came to for somebody. */
interface AttendanceValues {
  news: 'missed' | 'paused' | 'forgiven' | 'resumed' | 'left_at_end' | 'mended';
  activity: string;
  /** Until when signing up is paused. */
  until: string | null;
  reason: string | null;
}

interface Words {
  title: string;
  text: string;
}

type Tellers = { [Kind in NoticeKind]: (values: NoticeValues[Kind]) => Words };

const because = (reason: string | null) => (reason ? `原因：${reason}` : '');

const membershipWords = {
  verified: { title: '身份已核实', text: (community: string) => `${community}的工作人员核实了您的身份。` },
  paused: {
    title: '社区身份已暂停',
    text: (community: string) => `您在${community}的身份暂停了，签到和站点照常可用。`,
  },
  resumed: { title: '社区身份已恢复', text: (community: string) => `您在${community}的身份恢复了。` },
};

const accountWords = {
  export_ready: { title: '您的数据准备好了', text: '可以在“我的数据”里打开，链接 24 小时内有效。' },
  merged: { title: '两个账号已合成一个', text: '签到记录和身份都在，原来的登录方式都能用。' },
};

const reportTitles: Record<ReportNews, string> = {
  assigned: '上报已分派',
  accepted: '上报有人接手了',
  given_back: '上报要重新分派',
  asked: '请补充一下您的上报',
  unanswered: '上报继续处理',
  scheduled: '上报已排期',
  transferred: '上报已转出',
  resumed: '上报继续处理',
  resolved: '上报处理好了',
  unconfirmed: '上报已办结',
  rejected: '上报没有受理',
  not_our_remit: '上报不归社区管',
  duplicate: '上报并到同一件了',
  reopened: '上报重新处理',
  not_reopened: '上报不再重开',
  recategorised: '上报改了类别',
  withheld: '补充没有通过审核',
};

const by = (when: string | null, what: string) => (when ? `，最晚${when}${what}` : '');
const said = (words: string | null) => (words ? `：${words}` : '');

const reportTexts: Record<ReportNews, (values: ReportValues) => string> = {
  assigned: ({ who, when }) => `交给了${who ?? '网格员'}${by(when, '接手')}。`,
  accepted: ({ when }) => `有人在处理了${by(when, '处理好')}。`,
  given_back: ({ who, words }) => `被${who ?? '负责的人'}退回${said(words)}。社区会重新分派。`,
  asked: ({ words, when }) =>
    `需要您补充${said(words)}。${when ? `请在${when}前回复，过后按现有的情况处理。` : ''}`,
  unanswered: () => '没有等到您的补充，按现有的情况继续处理。',
  scheduled: ({ words, when }) => `排上了计划${by(when, '处理好')}${said(words)}。`,
  transferred: ({ who, words }) => `转给了${who ?? '外部单位'}处理，社区会继续跟进${said(words)}。`,
  resumed: ({ when }) => `继续处理${by(when, '处理好')}。`,
  resolved: ({ words, isOwn }) =>
    `处理好了${said(words)}。${isOwn ? '请看看处理后的照片，评个分；没处理好，14 天内可以再反映。' : '点开看处理后的照片。'}`,
  unconfirmed: () => '14 天没有新的反映，已按办结记录。',
  rejected: ({ words, isOwn }) => `没有受理${said(words)}。${isOwn ? '有不同意见，14 天内可以再反映。' : ''}`,
  not_our_remit: ({ who, words, isOwn }) =>
    `归${who ?? '别的单位'}负责${said(words)}。${isOwn ? '有不同意见，14 天内可以再反映。' : ''}`,
  duplicate: ({ who }) => `和${who ?? '另一条'}是同一件事，那一条的进展会一起告诉您。`,
  reopened: ({ words }) => `重新处理${said(words)}。`,
  not_reopened: ({ words }) => `不再重开${said(words)}。`,
  recategorised: ({ what, words }) => `的类别改成了“${what}”${said(words)}。`,
  withheld: ({ words }) => `的补充没有通过审核${said(words)}。`,
};

/** People name a report by its number. */
const aboutReport = (values: ReportValues) =>
  `${values.isOwn ? '您的' : '您关注的'} ${values.number} 号上报（${values.what}）${reportTexts[values.news](values)}`;

const caseTitles: Record<CaseNews, string> = {
  assigned: '有一条上报派给您',
  answered: '上报人补充了说明',
  given_back_again: '上报被再次退回',
  reopening: '有人申请重开上报',
  overdue: '上报超期了',
};

const caseTexts: Record<CaseNews, (values: CaseValues) => string> = {
  assigned: ({ words, when }) => `派给您了${by(when, '接手')}${said(words)}。`,
  answered: () => '有了补充，请接着处理。',
  given_back_again: ({ words }) => `第二次被退回，请您过问一下${said(words)}。`,
  reopening: ({ when }) => `的上报人觉得没有处理好，请您决定${by(when, '答复')}。`,
  overdue: ({ when }) => `${when ? `本应在${when}前处理，` : ''}已经超期，请尽快过问。`,
};

const aboutCase = (values: CaseValues) =>
  `${values.number} 号上报（${values.what}）${caseTexts[values.news](values)}`;

const attendanceWords: Record<AttendanceValues['news'], (values: AttendanceValues) => Words> = {
  missed: ({ activity }) => ({
    title: '您报名的活动没有签到',
    text: `“${activity}”没有您的签到记录，记为没有到场。下次来不了，提前取消就不算。记错了请告诉社区。`,
  }),
  paused: ({ activity, until }) => ({
    title: '报名先歇一歇',
    text: `“${activity}”没有您的签到记录。最近几次报名都没有到场，报名暂停到${until ?? ''}。有特殊情况，请告诉社区。`,
  }),
  forgiven: ({ activity, reason }) => ({
    title: '一次缺席不再计入',
    text: `“${activity}”的缺席不再计入。${because(reason)}`,
  }),
  resumed: ({ activity, reason }) => ({
    title: '又可以报名了',
    text: `“${activity}”的缺席不再计入，您又可以报名活动了。${because(reason)}`,
  }),
  left_at_end: ({ activity }) => ({
    title: '您忘了签退',
    text: `“${activity}”没有您的签退记录，先按计划的结束时间记。不对的话，请告诉负责人。`,
  }),
  mended: ({ activity }) => ({
    title: '签到时间有更正',
    text: `负责人更正了您在“${activity}”的签到或签退时间。有疑问请联系负责人。`,
  }),
};

/** Every text a notice has, in one place. Titles have at most 20 characters, so that WeChat takes them whole. */
export const tell: Tellers = {
  grid_decision: ({ community, isApproved, number, reason }) =>
    isApproved
      ? { title: '网格员申请通过了', text: `欢迎加入${community}流动网格员，您的编号是 ${number ?? ''}。` }
      : { title: '网格员申请没有通过', text: `${because(reason)}。补充后可以再申请。` },
  merchant_decision: ({ community, merchant, isApproved, reason }) =>
    isApproved
      ? { title: '商户申请通过了', text: `${merchant}已加入${community}暖心联盟，您可以开始核销优惠券。` }
      : { title: '商户申请没有通过', text: `${because(reason)}。补充后可以再申请。` },
  redemption: ({ merchant, coupon, reason }) => ({
    title: '店家撤销了一次核销',
    text: `${merchant}撤销了“${coupon}”的核销。${because(reason)}。券没过期的话，可以再用。`,
  }),
  membership: ({ community, change, reason }) => ({
    title: membershipWords[change].title,
    text: membershipWords[change].text(community) + because(reason),
  }),
  roles: ({ community, given, taken }) => ({
    title: '您的工作角色有变化',
    text: [`在${community}：`, given && `加了${given}。`, taken && `去掉了${taken}。`].join(''),
  }),
  report: (values) => ({ title: reportTitles[values.news], text: aboutReport(values) }),
  request: aboutRequest,
  request_case: aboutRequestCase,
  activity: activityWords,
  case: (values) => ({ title: caseTitles[values.news], text: aboutCase(values) }),
  attendance: (values) => attendanceWords[values.news](values),
  bulletin: ({ community, bulletin }) => ({ title: '社区发了新通知', text: `${community}：${bulletin}` }),
  consultation: consultationWords,
  service: aboutService,
  points: ({ community, amount, balance, reason }) => ({
    title: '积分有更正',
    text: `在${community}${amount > 0 ? '加了' : '减了'} ${Math.abs(amount)} 积分，现在有 ${balance} 积分。${because(reason)}`,
  }),
  account: ({ event }) => accountWords[event],
};
