export const attendanceTexts = {
  scanIn: '活动签到',
  scanOut: '活动签退',
  ways: { code: '扫码', leader: '负责人记', staff: '工作人员记', planned_end: '按计划时间记' },
  late: '补传',
  today: '今天',
  minutes: (minutes: number) =>
    minutes < 60
      ? `${minutes} 分钟`
      : `${Math.floor(minutes / 60)} 小时${minutes % 60 ? ` ${minutes % 60} 分钟` : ''}`,
  opens: (time: string) => `${time} 起可以签到`,
  notYet: '还没签到',
  cameAt: (time: string) => `${time} 已签到，走的时候记得签退`,
  notGone: '没有签退，先按结束时间记',
  onlyLeft: (time: string) => `${time} 已签退，没有签到记录，请找负责人补上`,
  nothing: '没有签到记录，来过的话请找负责人补记',
  queue: {
    title: '等着上传',
    hint: '已存在这台手机上，联网后自动上传，不用再来一次。',
    waiting: '等着联网',
    sending: '正在上传',
    refused: '没有成功',
    send: '现在上传',
    discard: '不要了',
    discardAsk: '不上传这一条了？',
    discardHint: '删掉后就找不回来了。',
  },
} as const;
