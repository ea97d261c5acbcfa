import type {
  Screening,
  ScreeningReason,
  ScreeningSubject,
  ScreeningView,
  WechatFinding,
  WordCategory,
} from '../../../contract/screenings';

export const queueTexts = {
  title: '内容检查',
  lead: '发出来的文字和照片，拿不准的先到这里。您看过、点了通过，别人才看得到。看了什么会留下记录。',
  filter: '看哪些',
  waiting: (count: number) => (count > 0 ? `等着看 ${count}` : '等着看'),
  sent: (time: string) => `${time} 发来`,
  decided: (time: string) => `${time} 看过`,
  pass: '通过',
  passed: '已通过',
  reject: '不通过',
  rejectAsk: '不让它通过？',
  rejectHint: '请写一句原因，发的人会看到，改好可以再发。',
  rejectReason: '原因（对方会看到）',
  rejectPlaceholder: '例如 请把骂人的话去掉，再发一次',
  suggestions: ['请去掉骂人的话', '照片里有别人的隐私', '是广告，不在这里发'],
  rejected: '已答复',
  because: (reason: string) => `原因：${reason}`,
  cleared: '原文过期，已清除',
  photo: (number: number) => `照片 ${number}`,
  larger: (number: number) => `放大照片 ${number}`,
  smaller: '收起大图',
  gone: '照片已经不在了',
  reloaded: '已为您换成最新的',
  empty: '都看完了',
  emptyHint: '有新的要看时，会排到这里',
  nothingYet: '还没有看过的',
  nothingYetHint: '您和同事看过的，会排到这里',
} as const;

export const viewNames: Record<Exclude<ScreeningView, 'waiting'>, string> = { decided: '看过的' };

export const subjectNames: Record<ScreeningSubject, string> = {
  report: '随手拍',
  request: '诉求',
  bulletin: '公告',
  activity: '活动',
};

export const stateTexts: Record<Screening['state'], { name: string; tone: 'warn' | 'good' | 'danger' }> = {
  waiting: { name: '等着看', tone: 'warn' },
  passed: { name: '通过', tone: 'good' },
  rejected: { name: '不通过', tone: 'danger' },
};

export const reasonNames: Record<ScreeningReason, string> = {
  words: '有要留意的词',
  wechat_review: '微信拿不准',
  wechat_risky: '微信认为不合适',
  late: '微信没有回话',
  local: '照片要人看一眼',
  unreachable: '微信打不开照片',
};

export const categoryNames: Record<WordCategory, string> = {
  abuse: '骂人',
  porn: '色情',
  gambling: '赌博',
  drugs: '毒品',
  fraud: '诈骗或广告',
  violence: '暴力',
  community: '社区自己加的词',
};

export const findingNames: Record<WechatFinding, string> = {
  ads: '广告',
  politics: '时政',
  porn: '色情',
  abuse: '骂人',
  crime: '违法',
  fraud: '诈骗',
  vulgar: '低俗',
  copyright: '版权',
  other: '其他',
};
