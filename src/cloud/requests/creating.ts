import { createHash } from 'node:crypto';
import { problems, type InputOf } from '../../contract/http';
import { requestProblems, type PersonRequest } from '../../contract/requests';
import type { createRequestSchemas } from '../../contract/requests.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import * as categories from './category-queries';
import { clockOfNew } from './clocks';
import type { History } from './history';
import * as queries from './queries';
import type { RequestRecord } from './queries';
import type { RequestsParts } from './service';
import type { Views } from './views';

type Input = InputOf<typeof createRequestSchemas>;

interface CreatingParts extends RequestsParts {
  history: History;
  views: Views;
}

/** The key has made a request before: everything of this attempt is undone, its number too. */
class KeyKnown extends Error {}

/** What makes a key's request the same, in whichever order it was written down. */
function hashOf({ categoryId, words, spokenWords, mediaIds = [], writtenAt }: Input): Buffer {
  const all = JSON.stringify([categoryId, words ?? null, spokenWords, mediaIds, writtenAt]);
  return createHash('sha256').update(all).digest();
}

function createInserting({ clock, workingDays, screenings }: CreatingParts) {
  return async function insert(
    tx: Queries,
    input: Input,
    personId: string,
    key: string,
  ): Promise<RequestRecord> {
    const { communityId, spokenWords } = input;
    const category = await tx.row(categories.find, [communityId, input.categoryId]);
    if (!category?.isOpen) throw refuse(requestProblems.request_category_closed);
    const { isConfidential } = category;
    const words = input.words?.trim() ?? null;
    const now = clock.now();
    const { answerDueAt, dueAt, escalateAt } = clockOfNew(
      now,
      category.answerDays,
      await workingDays.calendarOf(tx, communityId),
    );
    // What is confidential is looked at by nobody but who may read it.
    const isFlagged =
      !isConfidential && words !== null && (await screenings.hasWords(tx, communityId, words));
    // A phone's clock may be ahead.
    const writtenAt = new Date(Math.min(Date.parse(input.writtenAt), now.getTime()));
    const request = await tx.row(queries.insert, [
      ...[communityId, newId(), personId, key, hashOf(input), category.id, isConfidential],
      ...[
        category.department.id,
        words,
        spokenWords,
        isFlagged,
        writtenAt,
        now,
        answerDueAt,
        dueAt,
        escalateAt,
      ],
    ]);
    if (!request) throw new KeyKnown();
    return request;
  };
}

export function createCreating(parts: CreatingParts) {
  const { database, history, views } = parts;
  const insert = createInserting(parts);

  async function make(input: Input, personId: string, key: string): Promise<PersonRequest> {
    const { communityId, mediaIds = [] } = input;
    return database.transaction(async (tx) => {
      const request = await insert(tx, input, personId, key);
      const { id: requestId, departmentId } = request;
      await history.append(
        tx,
        { communityId, requestId },
        {
          ...{ action: 'submit', from: null, to: 'submitted', mediaIds, departmentId },
          by: { as: 'requester', personId },
        },
      );
      return views.shown(tx, request);
    });
  }

  async function known(input: Input, personId: string, key: string): Promise<PersonRequest | null> {
    const request = await database.row(queries.findByKey, [input.communityId, personId, key]);
    if (!request) return null;
    if (!request.requestHash.equals(hashOf(input))) throw refuse(problems.idempotency_key_reused);
    return views.shown(database, request);
  }

  return {
    /** A member of the community. The key is the request's for good. */
    async createRequest(input: Input, { personId }: Asker, key: string): Promise<PersonRequest> {
      const before = await known(input, personId, key);
      if (before) return before;
      if (!input.words && !input.mediaIds?.length) throw refuse(requestProblems.request_empty);
      try {
        return await make(input, personId, key);
      } catch (error) {
        const made = error instanceof KeyKnown ? await known(input, personId, key) : null;
        if (made) return made;
        throw error;
      }
    },
  };
}
