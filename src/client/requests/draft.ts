import { mediaProblems } from '../../contract/media';
import { createRequest, requestLimits, requestProblems, type PersonRequest } from '../../contract/requests';
import type { Draft, DraftKind } from '../draft';
import { draftNames } from '../draft-keys';
import { CallFailed } from '../failure';

/** What its person writes. */
export interface RequestContents {
  readonly categoryId: string | null;
  /** As it was called when it was chosen: the list may not be there without a network. */
  readonly categoryName: string;
  readonly words: string;
  /** Some of them were dictated. */
  readonly spokenWords: boolean;
}

/** A request that is still on the phone. */
export type RequestDraft = Draft<RequestContents>;

function inputOf({ communityId, categoryId, words, spokenWords, photos, startedAt }: RequestDraft) {
  if (categoryId === null) throw new CallFailed({ kind: 'broken' });
  const said = words.trim();
  return {
    communityId,
    categoryId,
    spokenWords: spokenWords && said !== '',
    mediaIds: photos.flatMap(({ mediaId }) => mediaId ?? []),
    writtenAt: startedAt,
    ...(said && { words: said }),
  };
}

export const requestDraftKind: DraftKind<RequestContents, PersonRequest> = {
  name: draftNames.requests,
  empty: { categoryId: null, categoryName: '', words: '', spokenWords: false },
  mostPhotos: requestLimits.photos,
  purpose: 'request',
  photosGone: [requestProblems.request_photo_unknown.code, mediaProblems.photo_gone.code],
  send: (api, draft) => api.call(createRequest, inputOf(draft), { key: draft.sendKey }),
};
