import type { MediaPurpose } from '../../../contract/media';
import type { Case } from '../../../contract/report-cases';
import { verifyReport, type GridTask } from '../../../contract/report-checks';
import {
  acceptReport,
  askReporter,
  giveBackReport,
  resolveReport,
  resumeReport,
  scheduleReport,
  transferReport,
} from '../../../contract/report-moves';
import type { Api } from '../../api';
import { localInstant } from '../../ui/dates';
import type { Work } from '../kept-work';

/** What a grid member does with a report; in the order in which it is offered. */
export const workActions = [
  'verify',
  'accept',
  'resolve',
  'resume',
  'schedule',
  'ask',
  'transfer',
  'giveBack',
] as const;
export type WorkAction = (typeof workActions)[number];

export type WorkPart = 'verdict' | 'photos' | 'receiver' | 'until' | 'words';

interface WorkKind {
  /** What has to be there. */
  readonly needs: readonly WorkPart[];
  /** Words that may be left out. */
  readonly hasOptionalWords?: true;
  readonly purpose?: MediaPurpose;
}

export const workKinds: Record<WorkAction, WorkKind> = {
  verify: { needs: ['verdict', 'photos'], hasOptionalWords: true, purpose: 'verification' },
  accept: { needs: [] },
  resolve: { needs: ['photos', 'words'], purpose: 'after' },
  resume: { needs: [], hasOptionalWords: true },
  schedule: { needs: ['until', 'words'] },
  ask: { needs: ['words'] },
  transfer: { needs: ['receiver', 'words'] },
  giveBack: { needs: ['words'] },
};

/** By the phone's clock; null until a day is named. */
export const untilOf = ({ day, time }: Work): string | null =>
  day === '' ? null : localInstant(`${day}T${time}`);

const isThere: Record<WorkPart, (work: Work) => boolean> = {
  verdict: ({ isMended }) => isMended !== null,
  photos: ({ photos }) => photos.length > 0,
  receiver: ({ receiver }) => receiver.trim() !== '',
  until: (work) => untilOf(work) !== null,
  words: ({ words }) => words.trim() !== '',
};

export const missingOf = (action: WorkAction, work: Work): readonly WorkPart[] =>
  workKinds[action].needs.filter((part) => !isThere[part](work));

/** Something of it would be lost. */
export const isBegun = ({ words, receiver, isMended, photos, asked }: Work): boolean =>
  words !== '' || receiver !== '' || isMended !== null || photos.length > 0 || asked !== null;

interface Ids {
  readonly communityId: string;
  readonly reportId: string;
}

/** Only called with all that it needs. */
function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('Something of the work is missing');
  return value;
}

/** Each as the cloud has it; what is sent depends on the work alone, so that it can be sent again. */
export async function sendWork(api: Api, action: WorkAction, ids: Ids, work: Work): Promise<Case | GridTask> {
  const { key, version, position } = given(work.asked);
  const to = { ...ids, version };
  const words = work.words.trim();
  const someWords = words ? { words } : {};
  const mediaIds = work.photos.flatMap(({ mediaId }) => mediaId ?? []);
  switch (action) {
    case 'verify': {
      const looked = { isMended: given(work.isMended), mediaIds, position, ...someWords };
      return api.call(verifyReport, { ...to, ...looked }, { key });
    }
    case 'accept':
      return api.call(acceptReport, to, { key });
    case 'resolve':
      return api.call(resolveReport, { ...to, words, afterMediaIds: mediaIds }, { key });
    case 'resume':
      return api.call(resumeReport, { ...to, ...someWords }, { key });
    case 'schedule':
      return api.call(scheduleReport, { ...to, until: given(untilOf(work)), words }, { key });
    case 'ask':
      return api.call(askReporter, { ...to, question: words }, { key });
    case 'transfer':
      return api.call(transferReport, { ...to, receiver: work.receiver.trim(), words }, { key });
    case 'giveBack':
      return api.call(giveBackReport, { ...to, reason: words }, { key });
  }
}
