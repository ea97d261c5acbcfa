import type { ExportState } from '../../contract/people';

export const profileTexts = {
  title: '个人资料',
  avatar: '头像',
  avatarChange: '换头像',
  avatarRemove: '不用头像',
  nickname: '称呼',
  nicknameHint: '社区工作人员会看到，最多 20 个字',
  save: '保存',
  saved: '已保存',
  company: '在哪家跑单',
  companyHint: '可以不填。只给社区统计和找您用，不给平台公司。',
  noCompany: '不填',
  phone: '手机号',
  noPhone: '还没有绑定',
  ways: '登录方式',
  waysHint: '微信、手机号',
} as const;

export const myDataTexts = {
  title: '我的数据',
  lead: '把暖新为您保存的全部个人数据拿走一份：一份网页，方便看；一份数据文件，方便转到别处。',
  ask: '准备一份',
  preparing: '正在准备，一般不到一分钟',
  open: '打开网页',
  download: '下载数据文件',
  copy: '复制网页链接',
  copied: '链接已复制，请在浏览器里打开',
  until: (moment: string) => `链接到 ${moment} 有效，请不要发给别人`,
  states: {
    preparing: '准备中',
    ready: '可以看了',
    failed: '没有做成，请再试一次',
    expired: '已过期',
  } satisfies Record<ExportState, string>,
  askedAt: (moment: string) => `${moment} 申请`,
  none: '还没有申请过',
} as const;

export const deletionTexts = {
  title: '注销账号',
  lead: '注销后：',
  lines: [
    '7 天后删除您的资料、登录方式、消息和身份，不能恢复。',
    '站点的人次统计会保留，但不再对应到您。',
    '7 天内随时登录回来，都可以取消。',
  ],
  ask: '申请注销',
  sure: '确定要注销账号吗？',
  sureHint: '7 天后删除，期间可以取消。',
  confirm: '确定注销',
  due: (moment: string) => `账号将在 ${moment} 删除`,
  dueHint: '在这之前都可以取消。',
  cancel: '取消注销',
  cancelled: '已取消，账号照常使用',
} as const;
