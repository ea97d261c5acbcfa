import type { RequestState } from '../../contract/requests';

export const stateNames: Record<RequestState, string> = {
  submitted: '已提交',
  accepted: '已受理',
  assigned: '办理中',
  info_requested: '等补充',
  returned: '待转办',
  answered: '已答复',
  rated: '已办结',
  reopened: '重新提出',
  withdrawn: '已撤回',
};

/** In place of the names of confidential categories, to who does not read them. */
export const confidentialName = '保密类别（合计）';

export const figuresFile = {
  name: (from: string, to: string) => `诉求统计-${from}-${to}`,
  heading: [
    '月份',
    '类别',
    '收到',
    '已答复',
    '按时答复',
    '超期答复',
    '已评分',
    '平均星级',
    '到期未评',
    '重新提出',
    '退回过',
    '已撤回',
    '办理中',
  ],
  total: '合计',
};
