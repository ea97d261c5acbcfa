import type { DeliveryState } from '../../../contract/notices';

export const deliveryTexts = {
  title: '微信推送情况',
  lead: '近 30 天发往微信的消息，看看有没有卡住的。这里不显示收件人和内容。',
  all: '全部',
  allHint: '近 30 天的都在这里',
  stuck: (count: number) => `${count} 条卡住了`,
  noneStuck: '没有卡住的',
  noneStuckHint: '消息都按时发出去了',
  filter: '按状态看',
  empty: '这里没有',
  emptyHint: '换一个状态看看',
  nothing: '近 30 天没有发往微信的消息',
  nothingHint: '有人收到通知、又允许发到微信时，这里会看到',
  attempts: (count: number) => (count === 0 ? '还没有发' : `发了 ${count} 次`),
  error: (code: number) => `微信错误码 ${code}`,
  due: (time: string) => `预定 ${time} 发`,
  retry: '重发',
  retryAsk: '重新发这一条？',
  retryHint: '会再用掉对方的一次允许。',
  retryTwice: '上次发的时候断了线，对方可能已经收到，重发可能会收到两次。',
  retried: '已排队重发',
} as const;

export const deliveryStateTexts: Record<DeliveryState, { name: string; hint: string }> = {
  unknown: { name: '结果不明', hint: '发送时断了线，可能已经收到' },
  refused: { name: '微信不收', hint: '模板或内容有问题，改好后再重发' },
  given_up: { name: '多次没发成', hint: '试了很多次都没有成功' },
  waiting: { name: '等着发', hint: '到时间自动发' },
  sending: { name: '正在发', hint: '马上就有结果' },
  no_permission: { name: '对方未允许', hint: '对方没有允许再发，消息在收件箱里' },
  sent: { name: '已发出', hint: '微信已收下' },
};
