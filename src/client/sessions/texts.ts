import type { IdentityKind } from '../../contract/people';

export const signInTexts = {
  title: '登录',
  heading: '登录后就能签到',
  lead: '看站点、看地图不用登录。',
  agreeLead: '我已满 14 周岁，读过并同意',
  agreeNotice: '《隐私说明》',
  agreeFirst: '请先勾选：已满 14 周岁，同意隐私说明',
  young: '未满 14 周岁？',
  youngTitle: '暂时不能自己注册',
  youngHint: '请爸爸妈妈或其他监护人联系社区党群服务中心，由社区帮忙。站点、地图不登录也能看。',
  wechat: '微信登录',
  wechatWeb: '用微信登录',
  working: '正在登录',
  demo: '演示账号',
  demoHint: '这是演示环境，选一个身份看看。里面的人和数据都是虚构的。',
  nowhere: '这里暂时不能登录',
  nowhereHint: '请在微信里打开“暖新”小程序登录。',
  again: '再试一次',
  refused: {
    state: '登录没有完成，请再试一次',
    snapshot: '请先在微信里打开完整网页，再登录',
    denied: '您没有同意微信登录，可以换一种方式',
    busy: '微信暂时没有回应，请再试一次',
    off: '这里没有接入微信登录，请换一种方式',
  },
} as const;

export const phoneFormTexts = {
  heading: '手机号登录',
  phone: '手机号',
  phonePlaceholder: '11 位手机号',
  phoneWrong: '请填 11 位手机号',
  send: '获取验证码',
  resend: '重新获取',
  resendIn: (seconds: number) => `${seconds} 秒后可重新获取`,
  sent: (phone: string) => `验证码已发到 ${phone}，5 分钟内有效`,
  code: '验证码',
  codePlaceholder: '6 位数字',
  codeWrong: '请填短信里的 6 位数字',
  signIn: '登录',
} as const;

export const mySessionsTexts = {
  title: '登录的设备',
  lead: '不认识的设备请退出。手机丢了，可以全部退出。',
  current: '本机',
  usedOn: (moment: string) => `最近使用 ${moment}`,
  since: (moment: string) => `${moment} 登录`,
  end: '退出这台',
  endAsk: '让这台设备退出登录？',
  endAskHint: '它再打开时要重新登录。',
  ended: '已退出',
  endAll: '全部退出',
  endAllAsk: '在所有设备上退出？',
  endAllHint: '包括这一台，之后要重新登录。',
} as const;

export const wayNames: Record<IdentityKind, string> = {
  wechat: '微信',
  wechat_web: '微信网页',
  phone: '手机号',
  demo: '演示账号',
};

export const waysTexts = {
  title: '登录方式',
  lead: '多绑一个，换手机也不怕。',
  phone: '手机号',
  since: (moment: string) => `${moment} 绑定`,
  linkWechat: '绑定微信',
  linkPhone: '绑定手机号',
  only: '这是唯一的登录方式，先绑另一个才能解绑它。',
  unlink: '解绑',
  unlinkAsk: (way: string) => `解绑${way}？`,
  unlinkHint: '以后不能用它登录。解绑手机号，号码也一起删掉。',
  unlinked: '已解绑',
  linked: '已绑定',
  merged: '两个账号已合成一个',
  mergedHint: '签到记录和身份都在，原来的登录方式都能用。',
} as const;

export const phoneTexts = {
  title: '绑定手机号',
  lead: '用来换手机时登录，需要时方便社区联系您。',
  consentTitle: '用一下您的手机号，好吗？',
  consentLines: [
    '用来登录，社区工作人员只看到打星号的号码。',
    '号码加密保存，不给商户和平台公司。',
    '不绑也没关系，其他功能照常用。随时可以解绑。',
  ],
  agree: '同意',
  refuse: '先不绑',
  wechatPhone: '用微信的手机号',
  refusedHere: '没有同意，也可以用下面的短信验证码绑定',
  or: '也可以用短信验证码',
  link: '绑定',
  done: '绑好了',
  now: (phone: string) => `现在绑定的是 ${phone}`,
  change: '换号码前请先在“登录方式”里解绑。',
} as const;
