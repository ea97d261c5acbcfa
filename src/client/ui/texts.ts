/** Words that every page shares. */
export const uiTexts = {
  appName: '暖新',
  back: '返回',
  close: '关闭',
  cancel: '取消',
  /** Leaves a sheet as it was: beside “cancel the sign-up” a mere “cancel” could mean either. */
  dismiss: (confirm: string) => (confirm.startsWith('取消') ? '先不取消' : '取消'),
  retry: '再试一次',
  signIn: '登录',
  signInFirst: '请先登录',
  signInFirstHint: '登录后才能看到自己的内容',
  loading: '正在加载',
  loadingMore: '正在加载更多',
  outdated: (time: string) => `没能更新 · 显示 ${time} 的数据`,
  more: '再看一些',
  endOfList: '没有更多了',
  offline: '现在没有网络，签到、随手拍会先记下',
  staleAt: (time: string) => `离线 · 显示 ${time} 的数据`,
  failed: {
    offline: { title: '没有网络', hint: '请检查网络后再试' },
    timeout: { title: '网络有点慢', hint: '等了一会儿没有回应，请再试一次' },
    broken: { title: '服务出了点问题', hint: '不是您的操作有误，请稍后再试' },
    refused: { title: '没能打开', hint: '请稍后再试' },
  },
  retryAfter: (seconds: number) => `请 ${seconds} 秒后再试`,
} as const;

/** What the order of a list goes by. */
export const originTexts = {
  located: '按离您的远近排列',
  unlocated: '按离社区中心的远近排列',
  locate: '开启定位',
  locating: '正在定位',
  refused: '没有使用您的位置，所以不显示距离',
  unavailable: '暂时定不了位，可以再试一次',
} as const;

export const balanceTexts = {
  enough: (balance: number) => `您有 ${balance} 积分`,
  missing: (balance: number, missing: number) => `您有 ${balance} 积分，还差 ${missing} 积分`,
} as const;

export const whereTexts = { where: '怎么去', directions: '导航', call: '打电话' } as const;

export const openingTexts = {
  openAllDay: '全天开放',
  openUntil: (time: string) => `营业中 · ${time} 结束`,
  closed: '休息中',
  opensAt: (time: string) => `休息中 · ${time} 开门`,
  nextDay: (time: string) => `次日 ${time}`,
  tomorrow: (time: string) => `明天 ${time}`,
  onDay: (day: string, time: string) => `${day} ${time}`,
  until24: '24:00',
  everyDay: '每天',
  wholeDay: '全天',
  noHours: '不开放',
  hours: '开放时间',
  exceptions: '近期调整',
} as const;

/** 350 → “350 米”, 1240 → “1.2 公里”. */
export function distanceText(metres: number): string {
  const rounded = Math.max(10, Math.round(metres / 10) * 10);
  if (rounded < 1000) return `${rounded} 米`;
  return `${(metres / 1000).toFixed(1)} 公里`;
}

/** Streets bend: a straight line is some 1.3 times as long on foot, at 75 m a minute. */
function walkingMinutes(metres: number): number {
  return Math.max(1, Math.round((metres * 1.3) / 75));
}

export function walkText(metres: number): string {
  const minutes = walkingMinutes(metres);
  return minutes <= 30 ? `步行约 ${minutes} 分钟` : '离得较远';
}

export const privacySheetTexts = {
  title: '使用前，请看一下隐私说明',
  words:
    '接下来的功能要用到您手机上的信息（例如位置、照片）。只用在您正要办的这件事上。不同意也能看站点、扫码签到。',
  agree: '同意',
  refuse: '不同意',
  read: '先看《隐私说明》',
} as const;

export const positionConsentTexts = {
  title: '用一下您的位置，好吗？',
  lines: [
    '用来找离您近的站点、确认您到了站点，也帮您在地图上标出地点。',
    '只在这一刻使用：签到只记下站点和时间，不记录您的位置和路线；上报时只保存您确认过的地点。',
    '不同意也没关系，扫码签到、看站点、自己在地图上选都照常可用。',
  ],
  agree: '同意使用',
  refuse: '暂不使用',
} as const;

export const noticeChangeTexts = {
  title: '隐私说明有更新',
  words: '我们更新了隐私说明，请看一下。不同意也能看站点和地图。',
  agree: '同意',
  read: '先看《隐私说明》',
  later: '以后再说',
} as const;

export const placeCodesTexts = {
  rotating: '屏幕码',
  printed: '张贴码',
  refreshIn: (seconds: number) => `${seconds} 秒后换新`,
  stale: '这个码已过期，正在取新的',
  copy: '复制网址',
  copied: '网址已复制',
  qrAlt: (place: string, kind: string) => `${place}的${kind}`,
} as const;

export const searchTexts = { go: '查找', clear: '清除' } as const;

export const monthTexts = {
  month: (year: string, month: string) => `${year} 年 ${Number(month)} 月`,
  choose: '选月份',
  earlier: '上个月',
  later: '下个月',
} as const;
