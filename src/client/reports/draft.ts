import { mediaProblems } from '../../contract/media';
import type { Position } from '../../contract/positions';
import {
  createReport,
  reportLimits,
  reportProblems,
  type PositionSource,
  type Report,
  type ReportCategory,
} from '../../contract/reports';
import type { Draft, DraftKind } from '../draft';
import { draftNames } from '../draft-keys';
import { CallFailed } from '../failure';

interface DraftPlace {
  readonly position: Position;
  readonly source: PositionSource;
}

/** What its person writes. */
export interface DraftContents {
  readonly category: ReportCategory | null;
  readonly words: string;
  readonly place: DraftPlace | null;
  readonly placeText: string;
  readonly isAnonymous: boolean;
}

/** A report that is still on the phone. */
export type ReportDraft = Draft<DraftContents>;

function inputOf(draft: ReportDraft) {
  const { communityId, category, place, isAnonymous, startedAt } = draft;
  if (category === null || place === null) throw new CallFailed({ kind: 'broken' });
  const [words, placeText] = [draft.words.trim(), draft.placeText.trim()];
  return {
    communityId,
    category,
    mediaIds: draft.photos.flatMap(({ mediaId }) => mediaId ?? []),
    position: place.position,
    positionSource: place.source,
    isAnonymous,
    writtenAt: startedAt,
    ...(words && { words }),
    ...(placeText && { placeText }),
  };
}

export const reportDraftKind: DraftKind<DraftContents, Report> = {
  name: draftNames.reports,
  empty: { category: null, words: '', place: null, placeText: '', isAnonymous: false },
  mostPhotos: reportLimits.photos,
  purpose: 'report',
  photosGone: [reportProblems.report_photo_unknown.code, mediaProblems.photo_gone.code],
  send: (api, draft) => api.call(createReport, inputOf(draft), { key: draft.sendKey }),
};
