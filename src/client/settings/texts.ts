export const meTexts = {
  title: '我的',
  signedOut: '还没有登录',
  signedOutHint: '登录后可以签到、看自己的记录',
  signIn: '登录',
  checkIns: '我的签到',
  queued: (count: number) => `${count} 次待补报`,
  settings: '设置',
  settingsHint: '字号、隐私与授权',
  privacy: '隐私说明',
  signOut: '退出登录',
  signOutAsk: '确定退出登录？',
  signOutHint: '等着补报的签到会留在这台手机上。',
} as const;

export const appVersion = '0.1.0';

export const settingsTexts = {
  title: '设置',
  textSize: '文字大小',
  normal: '标准',
  large: '大字',
  sample: '前面路口右转，进门有热水和座位。',
  theme: '深浅色',
  themeHint: '跟着手机系统走',
  light: '现在是浅色',
  dark: '现在是深色',
  consents: '隐私与授权',
  position: '使用位置',
  positionHint: '找近处的站点、定位签到。只在用的时候取，不保存。',
  privacyAgreed: '隐私说明',
  privacyAgreedOn: '已同意，可随时查看',
  privacyUnasked: '还没有同意，登录时再问您',
  read: '查看',
  about: '关于',
  version: '版本',
  demo: '演示社区：站点、人物和数据均为虚构',
  signOut: '退出登录',
} as const;

/** The privacy notice, honest to what this version does. A change of what it says needs a new version. */
export const privacyTexts = {
  title: '隐私说明',
  lead: '“暖新”由社区为骑手、快递员等朋友提供。我们只用办事必需的信息，下面用大白话说清楚。',
  updated: '2026 年 11 月 23 日起适用',
  sections: [
    {
      title: '谁在用您的信息',
      lines: ['您所在社区的居民委员会（页面上方显示的社区）是处理者，信息只用于本社区的站点服务。'],
    },
    {
      title: '我们用哪些信息',
      list: [
        {
          what: '账号',
          why: '微信给出的账号标识和您的称呼，用来认出是您本人。不取手机号、身份证号和通讯录。',
        },
        { what: '签到', why: '站点和时间，用来看您的签到记录，统计站点一天来了多少人。' },
        {
          what: '位置',
          why: '只在您点“用位置找站点”或定位签到的那一刻使用，比对完就丢掉，不保存，不记录路线。',
        },
        { what: '相机', why: '只在您点扫码时使用，画面不上传。' },
      ],
    },
    {
      title: '存在哪里，存多久',
      lines: [
        '存在社区使用的服务器上。登录状态 30 天后失效，退出登录立即失效。',
        '签到记录在账号存续期间保留；运行日志不含位置和姓名。',
        '没有网络时，签到先存在您的手机里，补报后即删除。',
      ],
    },
    {
      title: '会不会给别人',
      lines: ['不会卖，也不会给平台公司或商户。站点只公开人数，看不到是谁。法律要求时依法提供。'],
    },
    {
      title: '您可以做什么',
      lines: [
        '在“我的签到”里随时查看您的记录。',
        '在“设置”里随时收回使用位置的同意，扫码签到和看站点不受影响。',
        '要更正、复制、删除信息或注销账号，请联系社区工作人员，我们会在 15 个工作日内办结。',
      ],
    },
    {
      title: '怎么找到我们',
      lines: ['到社区党群服务中心，或拨打站点页面上的电话。对处理不满意，可以向网信部门投诉。'],
    },
  ],
} as const;
