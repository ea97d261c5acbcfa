export const homeTexts = {
  title: '暖新',
  greeting: (hour: number) => {
    if (hour < 5) return '夜深了';
    if (hour < 9) return '早上好';
    if (hour < 12) return '上午好';
    if (hour < 14) return '中午好';
    if (hour < 18) return '下午好';
    return '晚上好';
  },
  greetName: (greeting: string, name: string | null) => (name ? `${greeting}，${name}` : greeting),
  wish: '跑累了，进来歇歇脚、喝口水。',
  nearest: '离您最近，正在营业',
  nearestUnlocated: '社区里正在营业的站点',
  others: '附近还有',
  othersUnlocated: '社区里还有',
  all: '全部站点',
  checkIn: '签到',
  scan: '扫一扫',
  locate: '开启定位，看离您最近的',
  locating: '正在定位',
  noneOpen: '现在没有营业的站点',
  noneOpenHint: '看看全部站点的营业时间吧',
  queued: (count: number) => `有 ${count} 次签到等着补报`,
  queuedHint: '联网后自动补报，不用再来一次',
  report: '随手拍',
  reportHint: '看到隐患，拍一张，有人管',
  reportDrafts: (count: number) => `有 ${count} 条还在手机里`,
  unread: (count: number) => `您有 ${count} 条新消息`,
  unreadHint: '点这里看看',
} as const;
