import type { RequestAction, RequestActor, RequestIcon, RequestState } from '../../contract/requests';
import type { IconName } from '../ui/icon';

type Tone = 'plain' | 'good' | 'warn' | 'danger' | 'accent';

/** The states as everybody sees them; the tone is that of a tag. */
export const requestStateTexts: Record<RequestState, { name: string; tone: Tone }> = {
  submitted: { name: '待受理', tone: 'warn' },
  accepted: { name: '已受理', tone: 'accent' },
  assigned: { name: '办理中', tone: 'accent' },
  info_requested: { name: '等补充', tone: 'warn' },
  returned: { name: '转交中', tone: 'warn' },
  answered: { name: '已答复', tone: 'good' },
  rated: { name: '已办结', tone: 'good' },
  reopened: { name: '再次提出', tone: 'danger' },
  withdrawn: { name: '已撤回', tone: 'plain' },
};

export const requestActorTexts: Record<RequestActor, string> = {
  requester: '诉求人',
  department: '负责部门',
  staff: '社区工作人员',
  system: '系统',
};

/** What was done, as a line of the history begins. */
export const requestActionTexts: Record<RequestAction, string> = {
  submit: '提出诉求',
  accept: '受理',
  assign: '交办',
  return: '退回',
  ask: '请您补充',
  reply: '补充说明',
  answer: '答复',
  follow_up: '追问',
  rate: '评价',
  lapse: '到期未评价，办结',
  reopen: '再次提出',
  withdraw: '撤回',
  escalate: '超期催办',
  note: '内部备注',
};

export const requestIcons: Record<RequestIcon, IconName> = {
  work: 'badge',
  injury: 'shield',
  family: 'people',
  law: 'scales',
  life: 'bowl',
  health: 'medicine-box',
  housing: 'home',
  other: 'chat',
};

/** What people say on the phone. */
export const requestNumberText = (number: number): string => `诉求 ${number} 号`;
