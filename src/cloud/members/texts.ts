import type { GridState } from '../../contract/members';
import type { Role } from '../../contract/roles';

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

export const gridStateNames: Record<GridState, string> = {
  applied: '等待答复',
  active: '在岗',
  paused: '暂停',
  declined: '没有通过',
  withdrawn: '已撤回',
  left: '已退出',
};
