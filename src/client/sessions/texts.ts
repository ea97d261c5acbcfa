import type { Role } from '../../contract/sessions';

export const roleNames: Record<Role, string> = {
  rider: '骑手',
  grid_member: '流动网格员',
  merchant_clerk: '商户店员',
  activity_leader: '活动组织者',
  department_officer: '部门经办',
  staff: '社区工作人员',
  organiser: '社区负责人',
  admin: '管理员',
  auditor: '审计',
};

export const signInTexts = {
  title: '登录',
  heading: '登录后就能签到',
  lead: '看站点、看地图不用登录。',
  agreeLead: '我已读过并同意',
  agreeNotice: '《隐私说明》',
  agreeFirst: '请先勾选同意隐私说明',
  wechat: '微信登录',
  working: '正在登录',
  demo: '演示账号',
  demoHint: '这是演示环境，选一个身份看看。里面的人和数据都是虚构的。',
  nowhere: '这里暂时不能登录',
  nowhereHint: '请在微信里打开“暖新”小程序登录。',
  failed: '没有登录成功',
  welcome: (name: string) => `${name}，您好`,
} as const;
