import type { ReportActor, ReportRow, ReportState } from '../../contract/reports';
import { instantText } from '../ui/dates';

/** What comes next, as a reporter is told. */
const nextTexts: Partial<Record<ReportState, string>> = {
  submitted: '正在检查照片和文字',
  screening: '正在检查照片和文字',
  triage: '社区正在安排谁来办',
  assigned: '等负责的人接单',
  in_progress: '正在办理',
  info_requested: '社区有问题想问您，请回答',
  scheduled: '已经排好时间去办',
  transferred: '已转给外部单位，社区在跟进',
  resolved: '请您确认办得怎么样',
  reopen_requested: '社区负责人正在看您的申请',
};

/** To those who follow it, whose turn it is not. */
const followedTexts: Partial<Record<ReportState, string>> = {
  info_requested: '等上报的人补充',
  resolved: '等上报的人确认',
};

/** How it ended. */
const endTexts: Partial<Record<ReportState, string>> = {
  confirmed: '已经办结',
  rejected: '没有受理，原因见办理经过',
  not_our_remit: '不归社区管，已说明找谁',
  duplicate: '和别人报的是同一件，一起办理',
  withdrawn: '已经撤回',
};

const deadlineOf: Record<ReportActor, (moment: string) => string> = {
  reporter: (moment) => `请在 ${moment} 前`,
  staff: (moment) => `最晚 ${moment} 前`,
  department: (moment) => `最晚 ${moment} 前`,
  grid_member: (moment) => `最晚 ${moment} 前`,
  supervisor: (moment) => `最晚 ${moment} 答复`,
  system: (moment) => `最晚 ${moment} 前`,
};

export interface NextStepWords {
  readonly text: string;
  /** By when; empty where nobody promised. */
  readonly due: string;
  readonly isOverdue: boolean;
}

export function nextStepWords({
  state,
  next,
  isMine,
}: Pick<ReportRow, 'state' | 'next' | 'isMine'>): NextStepWords {
  if (!next) return { text: endTexts[state] ?? '', due: '', isOverdue: false };
  const moment = next.dueAt && instantText(next.dueAt);
  const due = !moment
    ? ''
    : next.isOverdue
      ? `原定 ${moment}，已经超时，正在催办`
      : deadlineOf[next.by](moment);
  const text = (isMine ? null : followedTexts[state]) ?? nextTexts[state] ?? '';
  return { text, due: isMine || next.by !== 'reporter' ? due : '', isOverdue: next.isOverdue };
}
