import type { Case } from '../../../contract/report-cases';
import {
  acceptReport,
  addReportNote,
  askReporter,
  assignReport,
  decideReopening,
  giveBackReport,
  recategoriseReport,
  referReport,
  rejectReport,
  resolveReport,
  resumeReport,
  scheduleReport,
  transferReport,
} from '../../../contract/report-moves';
import type { Api } from '../../api';
import { untilOf, type MoveAction, type MoveForm } from './move-form';

export interface Move {
  readonly communityId: string;
  readonly reportId: string;
  /** The one that was seen. */
  readonly version: number;
  readonly form: MoveForm;
  readonly afterMediaIds: readonly string[];
  /** The same as long as the same is meant. */
  readonly key: string;
}

type Send = (api: Api, move: Move) => Promise<Case>;

const idsOf = ({ communityId, reportId, version }: Move) => ({ communityId, reportId, version });
const wordsOf = ({ form }: Move) => form.words.trim();
const optionalWords = (move: Move) => (wordsOf(move) ? { words: wordsOf(move) } : {});

/** Only called with a complete form. */
function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The form is not complete');
  return value;
}

/** Each move as the cloud has it. */
export const sendMove: Record<MoveAction, Send> = {
  assign: (api, move) =>
    api.call(
      assignReport,
      { ...idsOf(move), assignee: given(move.form.assignee), ...optionalWords(move) },
      move,
    ),
  accept: (api, move) => api.call(acceptReport, idsOf(move), move),
  resolve: (api, move) =>
    api.call(
      resolveReport,
      { ...idsOf(move), words: wordsOf(move), afterMediaIds: [...move.afterMediaIds] },
      move,
    ),
  resume: (api, move) => api.call(resumeReport, { ...idsOf(move), ...optionalWords(move) }, move),
  decideReopening(api, move) {
    const { isAccepted, assignee } = move.form;
    const decision = { isAccepted: given(isAccepted), reply: wordsOf(move) };
    const to = isAccepted && assignee ? { assignee } : {};
    return api.call(decideReopening, { ...idsOf(move), ...decision, ...to }, move);
  },
  ask: (api, move) => api.call(askReporter, { ...idsOf(move), question: wordsOf(move) }, move),
  schedule: (api, move) =>
    api.call(
      scheduleReport,
      { ...idsOf(move), until: given(untilOf(move.form)), words: wordsOf(move) },
      move,
    ),
  transfer: (api, move) =>
    api.call(
      transferReport,
      {
        ...idsOf(move),
        receiver: move.form.receiver.trim(),
        until: untilOf(move.form),
        words: wordsOf(move),
      },
      move,
    ),
  giveBack: (api, move) => api.call(giveBackReport, { ...idsOf(move), reason: wordsOf(move) }, move),
  recategorise: (api, move) =>
    api.call(recategoriseReport, {
      ...idsOf(move),
      category: given(move.form.category),
      reason: wordsOf(move),
    }),
  refer: (api, move) =>
    api.call(
      referReport,
      { ...idsOf(move), receiver: move.form.receiver.trim(), reason: wordsOf(move) },
      move,
    ),
  reject: (api, move) => api.call(rejectReport, { ...idsOf(move), reason: wordsOf(move) }, move),
  note(api, move) {
    const { communityId, reportId } = move;
    return api.call(addReportNote, { communityId, reportId, words: wordsOf(move) }, move);
  },
};
