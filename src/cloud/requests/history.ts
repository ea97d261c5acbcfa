import { mediaProblems } from '../../contract/media';
import {
  requestProblems,
  type RequestAction,
  type RequestActor,
  type RequestState,
} from '../../contract/requests';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import { Refusal, refuse } from '../platform/refusal';
import * as queries from './queries';
import type { RequestsParts } from './service';

/** Published with every line of a history: `{ communityId, requestId, entryId }`. */
export const requestMoved = 'requests.moved';

export interface RequestIds {
  communityId: string;
  requestId: string;
}

/** Who does something, as what; nobody where it is the system. */
export interface Doer {
  as: RequestActor;
  personId: string | null;
}

/** What a line of a history says besides who did what. */
export interface Said {
  words?: string | null;
  stars?: number;
  mediaIds?: readonly string[];
  /** For the desk alone. */
  isInternal?: boolean;
}

interface Line extends Said {
  action: RequestAction;
  from: RequestState | null;
  to: RequestState | null;
  by: Doer;
  departmentId?: string | null;
  categoryId?: string | null;
}

export type History = ReturnType<typeof createHistory>;

/** Lines are appended, with their photos, and told of in the outbox; none is changed. */
export function createHistory({ clock, media }: Pick<RequestsParts, 'clock' | 'media'>) {
  async function claim(
    tx: Queries,
    { communityId, requestId }: RequestIds,
    personId: string,
    ids: readonly string[],
  ): Promise<void> {
    const subject = { kind: 'request', id: requestId };
    try {
      await media.claim(tx, { communityId, personId, purpose: 'request', ids, subject });
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === mediaProblems.photo_gone.code)
        throw refuse(requestProblems.request_photo_unknown);
      throw error;
    }
  }

  return {
    async append(tx: Queries, ids: RequestIds, line: Line): Promise<void> {
      const { communityId, requestId } = ids;
      const { action, from, to, by, mediaIds = [] } = line;
      const entryId = newId();
      await tx.run(queries.insertEntry, [
        ...[communityId, requestId, entryId, action, from, to, by.as, by.personId, line.departmentId ?? null],
        ...[line.categoryId ?? null, line.words ?? null, line.stars ?? null, line.isInternal ?? false],
        clock.now(),
      ]);
      if (mediaIds.length > 0 && by.personId !== null) {
        await claim(tx, ids, by.personId, mediaIds);
        await tx.run(queries.insertPhotos, [communityId, requestId, mediaIds, entryId]);
      }
      await publish(tx, { topic: requestMoved, communityId, payload: { communityId, requestId, entryId } });
    },
  };
}
