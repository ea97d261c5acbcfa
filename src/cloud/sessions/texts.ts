import type { Role } from '../../contract/roles';

/** What a person who came by WeChat is called until they say so themselves. */
export const newcomer = '骑手朋友';

/** One line about each demonstration account. */
export const demoAbout: Record<Role, string> = {
  rider: '找站点、签到',
  grid_member: '流动网格员，也是骑手',
  merchant_clerk: '友好商户的店员',
  activity_leader: '带队志愿活动',
  department_officer: '工会、妇联、司法的工作人员',
  staff: '社区工作人员：看二维码、登记来访',
  organiser: '社区党群组织者',
  admin: '管理员',
  auditor: '审计，只看不改',
};

/** A device that does not say what it is. */
export const otherDevice = '其他设备';
