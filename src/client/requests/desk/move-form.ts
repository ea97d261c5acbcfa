import type { RequestCase, RequestCaseAction } from '../../../contract/request-cases';
import {
  acceptRequest,
  addRequestNote,
  answerRequest,
  askRequester,
  assignRequest,
  returnRequest,
} from '../../../contract/request-cases';
import type { Api } from '../../api';

/** What a move may ask for; which of it, `moveKinds` says. */
export interface MoveForm {
  readonly departmentId: string | null;
  readonly officerId: string | null;
  /** null: it stays as it is. */
  readonly categoryId: string | null;
  readonly words: string;
}

export const emptyForm: MoveForm = { departmentId: null, officerId: null, categoryId: null, words: '' };

interface MoveKind {
  readonly words: 'needed' | 'optional' | 'none';
  readonly hasAssignee?: true;
  readonly hasPhotos?: true;
}

/** In the order in which they are offered. */
export const moveKinds: Record<RequestCaseAction, MoveKind> = {
  accept: { words: 'none' },
  answer: { words: 'needed', hasPhotos: true },
  assign: { words: 'optional', hasAssignee: true },
  ask: { words: 'needed' },
  return: { words: 'needed' },
  note: { words: 'needed' },
};

export const moveActions = Object.keys(moveKinds) as RequestCaseAction[];

/** Whether all that a move asks for is there. */
export function isComplete(action: RequestCaseAction, form: MoveForm): boolean {
  const { words, hasAssignee } = moveKinds[action];
  if (words === 'needed' && form.words.trim() === '') return false;
  return !hasAssignee || form.departmentId !== null;
}

export interface Move {
  readonly communityId: string;
  readonly requestId: string;
  /** The one that was seen. */
  readonly version: number;
  readonly form: MoveForm;
  readonly mediaIds: readonly string[];
  /** The same as long as the same is meant. */
  readonly key: string;
}

/** null: it is others' to see from now on. */
type Send = (api: Api, move: Move) => Promise<RequestCase | null>;

const idsOf = ({ communityId, requestId, version }: Move) => ({ communityId, requestId, version });
const wordsOf = ({ form }: Move) => form.words.trim();

/** Each move as the cloud has it. */
export const sendMove: Record<RequestCaseAction, Send> = {
  accept: (api, move) => api.call(acceptRequest, idsOf(move), move),
  answer: (api, move) =>
    api.call(answerRequest, { ...idsOf(move), words: wordsOf(move), mediaIds: [...move.mediaIds] }, move),
  async assign(api, move) {
    const { departmentId, officerId, categoryId } = move.form;
    const words = wordsOf(move);
    const to = { departmentId: departmentId ?? '', officerId, categoryId, ...(words && { words }) };
    return (await api.call(assignRequest, { ...idsOf(move), ...to }, move)).case;
  },
  ask: (api, move) => api.call(askRequester, { ...idsOf(move), question: wordsOf(move) }, move),
  return: async (api, move) =>
    (await api.call(returnRequest, { ...idsOf(move), reason: wordsOf(move) }, move)).case,
  note(api, move) {
    const { communityId, requestId } = move;
    return api.call(addRequestNote, { communityId, requestId, words: wordsOf(move) }, move);
  },
};
