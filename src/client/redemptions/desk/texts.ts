import type { RedemptionFlag } from '../../../contract/redemptions';

/** What is odd, in a word and in a sentence. */
export const flagTexts: Record<RedemptionFlag, { name: string; why: string }> = {
  far: { name: '离店较远', why: '骑手的手机离店一公里以外' },
  often: { name: '同一天多次', why: '同一天在这家店用了三次以上' },
  closed: { name: '非营业时间', why: '不在店家登记的营业时间里，含夜间' },
  night: { name: '深夜', why: '晚上 11 点到早上 5 点之间' },
};

export const settlementTexts = {
  title: '优惠结算',
  running: '这个月还没过完，数字还会变',
  redeemed: '核销',
  reversed: '撤销',
  standing: '实际',
  amount: '优惠合计',
  pieces: (count: number) => `${count} 张`,
  yuan: (text: string) => `${text} 元`,
  noAmount: '不计金额',
  noAmountHint: '打折、特价、免费的优惠没有固定金额，只计张数，金额按和商户的约定算。',
  shops: (count: number) => `${count} 家商户`,
  download: '下载表格（XLSX）',
  downloaded: '表格已备好',
  cannotDownload: '这台设备打不开表格，请在电脑上用浏览器下载',
  flagged: '要看一看的核销',
  flaggedHint: '离店较远、同一天多次、非营业时间',
  empty: '这个月没有核销',
  emptyHint: '有骑手用了优惠券，这里就会有数',
} as const;

export const flaggedTexts = {
  title: '要看一看的核销',
  lead: '系统觉得有些不寻常，不等于有问题。先问问店家和骑手，再决定要不要撤销。',
  number: (number: string) => `核销号 ${number}`,
  reversed: (time: string, reason: string) => `${time} 已撤销：${reason}`,
  books: '看这家店的流水',
  empty: '没有要看的',
  emptyHint: '离店较远、同一天多次、非营业时间的核销会列在这里',
} as const;
