import { merchantLimits, type MerchantStatus } from '../../../contract/merchants';

export const mineTexts = {
  title: '我的店',
  counter: '收银台',
  counterHint: '确认核销、扫骑手码',
  books: '账本',
  clerks: '店员',
  codes: '店铺码',
  settings: '店铺设置',
  statuses: { draft: '准备中', active: '营业中', paused: '已暂停', ended: '已结束' } satisfies Record<
    MerchantStatus,
    string
  >,
  applied: '申请已收到',
  appliedHint: '社区会尽快答复，结果发到“我的消息”。',
  declined: '这次没有通过',
  again: '改一改再申请',
  none: '您还没有在哪家店服务',
  noneHint: '店里请您当店员，会给您一个邀请码；自己开店，可以申请成为友好商户。',
  apply: '申请成为友好商户',
  applyHint: '给骑手一点优惠，社区帮您挂牌、出海报',
  invited: '有店请您当店员',
  invitedHint: '接受后，您可以替店里确认核销、看账本。',
  accept: '接受邀请',
  code: '邀请码',
  codeHint: '10 位字母和数字，或者整条邀请链接',
  codeWrong: '邀请码是 10 位字母和数字',
  haveCode: '我有邀请码',
  scan: '扫邀请二维码',
  joined: (shop: string) => `您现在是${shop}的店员`,
} as const;

export const applyTexts = {
  title: '申请成为友好商户',
  lead: '填好后交给社区看。通过后您就是店里的第一位店员，可以再请别人。',
  draft: '写到一半也会留在这台手机上',
  submit: '提交申请',
  incomplete: '还有几处没填好，已经标出来了',
  sent: '已提交，请等社区答复',
  join: '先加入社区',
  joinHint: '友好商户属于一个社区。加入后再来申请。',
  joinAction: '去加入',
} as const;

export const shopTexts = {
  title: '店铺设置',
  fixed: '店名、地址有变，请联系社区修改',
  phone: '电话（选填）',
  phonePlaceholder: '骑手打得通的号码',
  save: '保存',
  saved: '已保存',
  trust: '只扫店里的码就能核销',
  trustHint: '开着：骑手在柜台扫码、自己确认，您看一眼他手机上会动的画面。关着：每一笔都由店里确认。',
  trustAsk: '只扫店里的码就能核销？',
  trustWhy:
    '不用您点确认，忙的时候快。但有人拍下您的码，在别处也能用掉券，所以请每次看一眼骑手手机上会动的画面。',
  trustYes: '打开',
  trusted: '已打开',
  untrusted: '已关上，每一笔由店里确认',
} as const;

export const clerkTexts = {
  title: '店员',
  hint: '店员都能确认核销、看账本、改店铺设置',
  since: (day: string) => `${day} 起`,
  me: '我',
  invite: '请一位店员',
  invitation: '把它发给您请的人',
  once: `只能用一次，${merchantLimits.invitationHours} 小时内有效`,
  until: (moment: string) => `${moment} 前有效`,
  code: '邀请码',
  qrAlt: '邀请二维码',
  copy: '复制链接',
  copied: '链接已复制',
  how: '对方打开“暖新 → 我的 → 我的店”，输入或扫这个码',
  remove: '移除',
  removeNamed: (name: string) => `移除${name}`,
  removeAsk: (name: string) => `不再让${name}当店员？`,
  removeHint: '他马上就不能确认核销、看账本了。要回来，再请一次就行。',
  removed: '已移除',
  leave: '我不在这家店了',
  leaveAsk: '离开这家店？',
  leaveHint: '您不能再确认核销、看账本。要回来，请店里再请您一次。',
  leaveLast: '您是最后一位店员。离开后，店里没有人能确认核销，只能找社区帮忙。',
  left: '已离开',
} as const;

export const codesTexts = {
  title: '店铺码',
  rotatingHint: '给骑手扫这个码，当场核销，不用再点确认。码会自动换新。',
  printedHint: '贴在收银台。骑手扫它选券，扫不了时可以输入编号。',
  poster: '打印海报',
  posterHint: 'A4、A6 两种，可以存成图片',
  replace: '换一个张贴码',
  replaceAsk: '换一个新的张贴码？',
  replaceHint: '旧码马上停用，贴出去的都要换下来。码丢了、被人拍走时才需要。',
  replaced: '已换新，请把旧码换下来',
} as const;
