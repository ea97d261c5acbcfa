import { redemptionLimits } from '../../../contract/redemptions';

export const passTexts = {
  title: '骑手码',
  lead: '到店出示，店家扫一下就能用券',
  qrAlt: '我的骑手码',
  refreshIn: (seconds: number) => `${seconds} 秒后自动换新`,
  offline: `没有网络也能用，联网一次管 ${redemptionLimits.passDays} 天`,
  screenshot: '码一直在变，截图没有用',
  unread: '店里扫不出？换一个新码',
  making: '正在准备您的骑手码',
  makingHint: '第一次要联网，稍等一下',
  none: '第一次用，要联网',
  noneHint: `连上网打开一次，之后 ${redemptionLimits.passDays} 天没网也能用`,
  over: '骑手码过期了',
  overHint: '连上网打开一次就会换新。急着用的话，可以扫店里的码',
  usable: '现在能用的券',
  usableHint: '店家扫码后，也会看到到店就能用的券',
  noneUsable: '还没有领好的券。到店就能用的券，店家扫码后能看到。',
  all: '我的优惠券',
} as const;
