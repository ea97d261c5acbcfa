export const rulesTexts = {
  title: '活动缺席规则',
  lead: '报名没有来，也没有取消的，记一次缺席。缺席多了，暂停一段时间的报名，把名额留给能来的人。',
  isPausing: '缺席多了暂停报名',
  isPausingHint: '关掉以后只记录，谁也不会被暂停',
  noShows: '缺席几次',
  noShowsHint: '1–10 次',
  windowDays: '在多少天里',
  windowDaysHint: '1–365 天',
  pauseDays: '暂停多少天',
  pauseDaysHint: '1–180 天',
  wrong: '请填范围里的整数',
  said: (noShows: number, windowDays: number, pauseDays: number) =>
    `${windowDays} 天里缺席 ${noShows} 次，暂停报名 ${pauseDays} 天。`,
  off: '只记录，不暂停。',
  note: '规则对以前的缺席也算。工作人员可以在到场名单里把某一次改为不计。',
  save: '保存',
  saved: '已保存',
} as const;
