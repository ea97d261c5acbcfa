import type { RequestRow, RequestState } from '../../contract/requests';
import { instantText } from '../ui/dates';

type Told = Pick<RequestRow, 'state' | 'next' | 'department'>;

const nextTexts: Record<RequestState, (department: string) => string> = {
  submitted: (department) => `等${department}受理`,
  accepted: (department) => `${department}已经受理`,
  assigned: (department) => `${department}正在办理`,
  info_requested: () => '想请您补充几句',
  returned: () => '社区正在转给合适的部门',
  answered: () => '已经答复，请您看一看',
  rated: () => '已经办结',
  reopened: (department) => `等${department}重新办理`,
  withdrawn: () => '已经撤回',
};

export interface NextStepWords {
  readonly text: string;
  /** By when; empty where nobody promised. */
  readonly due: string;
  readonly isOverdue: boolean;
}

const someDepartment = '负责的部门';

/** What comes next, as the requester is told. */
export function nextStepWords({ state, next, department }: Told): NextStepWords {
  const text = nextTexts[state](department ?? someDepartment);
  const moment = next?.dueAt && instantText(next.dueAt);
  if (!next || !moment) return { text, due: '', isOverdue: false };
  if (next.by === 'requester') {
    const what = state === 'answered' ? '评价' : '补充';
    return { text, due: `请在 ${moment} 前${what}`, isOverdue: false };
  }
  const due = next.isOverdue ? `原定 ${moment}，已经超时，正在催办` : `最晚 ${moment}`;
  return { text, due, isOverdue: next.isOverdue };
}
