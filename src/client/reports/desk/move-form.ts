import type { CaseAction } from '../../../contract/report-cases';
import type { ReportCategory } from '../../../contract/reports';

export interface AssigneeChoice {
  readonly kind: 'department' | 'grid_member';
  readonly id: string;
}

/** What a move may ask for; which of it, `moveKinds` says. */
export interface MoveForm {
  readonly assignee: AssigneeChoice | null;
  readonly category: ReportCategory | null;
  readonly receiver: string;
  /** Day and time on the clock of the community; no day where none is promised. */
  readonly day: string;
  readonly time: string;
  readonly words: string;
  /** Of a wish to reopen; null until it is decided. */
  readonly isAccepted: boolean | null;
}

export type MoveAction = Exclude<CaseAction, 'merge' | 'seeOriginals'>;
type Part = 'assignee' | 'category' | 'receiver' | 'until' | 'after' | 'decision';

interface MoveKind {
  readonly parts: readonly Part[];
  readonly words: 'needed' | 'optional' | 'none';
  /** Replies to choose from are offered: the reporter reads the words. */
  readonly hasTemplates?: true;
}

/** In the order in which they are offered. */
export const moveKinds: Record<MoveAction, MoveKind> = {
  assign: { parts: ['assignee'], words: 'optional' },
  accept: { parts: [], words: 'none' },
  resolve: { parts: ['after'], words: 'needed', hasTemplates: true },
  resume: { parts: [], words: 'optional' },
  decideReopening: { parts: ['decision'], words: 'needed', hasTemplates: true },
  ask: { parts: [], words: 'needed', hasTemplates: true },
  schedule: { parts: ['until'], words: 'needed', hasTemplates: true },
  transfer: { parts: ['receiver', 'until'], words: 'needed', hasTemplates: true },
  giveBack: { parts: [], words: 'needed' },
  recategorise: { parts: ['category'], words: 'needed' },
  refer: { parts: ['receiver'], words: 'needed', hasTemplates: true },
  reject: { parts: [], words: 'needed', hasTemplates: true },
  note: { parts: [], words: 'needed' },
};

export const moveActions = Object.keys(moveKinds) as MoveAction[];

/** Ends of a working day are what people promise. */
const usualTime = '17:30';

export const emptyForm: MoveForm = {
  assignee: null,
  category: null,
  receiver: '',
  day: '',
  time: usualTime,
  words: '',
  isAccepted: null,
};

/** Whether all that a move asks for is there. `afterPhotos`: those that have arrived. */
export function isComplete(action: MoveAction, form: MoveForm, afterPhotos = 0): boolean {
  const { parts, words } = moveKinds[action];
  if (words === 'needed' && form.words.trim() === '') return false;
  const isThere: Record<Part, boolean> = {
    assignee: form.assignee !== null,
    category: form.category !== null,
    receiver: form.receiver.trim() !== '',
    // What is handed on may have no day.
    until: form.day !== '' || action === 'transfer',
    after: afterPhotos > 0,
    decision: form.isAccepted !== null,
  };
  return parts.every((part) => isThere[part]);
}

/** An instant on the clock of the community; all are in one zone. */
export const untilOf = ({ day, time }: MoveForm): string | null => (day ? `${day}T${time}:00+08:00` : null);
