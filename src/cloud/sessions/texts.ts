import type { Role } from '../../contract/roles';

/** A device that does not say what it is. */
export const otherDevice = '其他设备';

/** One line about each demonstration account. */
export const demoAbout: Record<Role, string> = {
  rider: '找站点、签到',
  grid_member: '流动网格员，也是骑手',
  merchant_clerk: '友好商户的店员',
  activity_leader: '带队志愿活动',
  department_officer: '工会、妇联、司法的工作人员',
  staff: '社区工作人员：看二维码、登记来访、审核网格员',
  organiser: '社区党群组织者：设角色、看党员报到',
  admin: '管理员：设角色、看推送和操作记录',
  auditor: '审计，只看不改',
};
