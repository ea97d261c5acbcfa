import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { requestLimits, requestProblems, type PersonRequest } from '../../contract/requests';
import type * as schemas from '../../contract/requests.schema';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { Move, Moves } from './moves';
import * as queries from './queries';
import type { RequestRecord } from './queries';
import type { RequestsParts } from './service';
import { mayReopen, type Views } from './views';

type Input<Name extends Extract<keyof typeof schemas, `${string}Schemas`>> = InputOf<(typeof schemas)[Name]>;

interface OwnParts extends RequestsParts {
  moves: Moves;
  views: Views;
}

async function findOwn(from: Queries, requestId: string, personId: string): Promise<RequestRecord> {
  const request = await from.row(queries.findById, [requestId]);
  if (request?.requesterId !== personId) throw refuse(problems.not_found);
  return request;
}

/** What one asked for. */
export function createOwn({ database, views }: OwnParts) {
  return {
    /** A signed-in person, their own, the newest first. */
    async listMyRequests(
      { isOpen, cursor, limit = pageLimits.default }: Input<'listMyRequestsSchemas'>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof schemas.listMyRequestsSchemas>> {
      const values = [personId, ...latestFrom(cursor), isOpen ?? null, limit + 1];
      const found = await database.rows(queries.listMine, values);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const byId = new Map<string, AnswerOf<typeof schemas.listMyRequestsSchemas>['items'][number]>();
      for (const communityId of new Set(page.map((request) => request.communityId))) {
        const there = page.filter((request) => request.communityId === communityId);
        for (const row of await views.rowsOf(database, communityId, there)) byId.set(row.id, row);
      }
      return {
        items: page.flatMap(({ id }) => byId.get(id) ?? []),
        nextCursor:
          found.length > page.length && last ? encodeCursor([last.submittedAt.getTime(), last.id]) : null,
      };
    },

    /** The requester. */
    async getRequest({ requestId }: { requestId: string }, { personId }: Asker): Promise<PersonRequest> {
      return views.shown(database, await findOwn(database, requestId, personId));
    },
  };
}

/** What a requester does about their own. */
export function createRequesting({ clock, moves, views }: OwnParts) {
  async function move(tx: Queries, request: RequestRecord, rest: Omit<Move, 'by'>): Promise<PersonRequest> {
    const { communityId, id: requestId, requesterId: personId } = request;
    const by = { as: 'requester', personId } as const;
    return views.shown(tx, await moves.move(tx, { communityId, requestId }, { ...rest, by }));
  }

  return {
    /** The requester: what was asked. */
    async answerRequestQuestion(input: Input<'answerRequestQuestionSchemas'>, asker: Asker, tx: Queries) {
      const { requestId, words, mediaIds, version } = input;
      const request = await findOwn(tx, requestId, asker.personId);
      return move(tx, request, { action: 'reply', words: words.trim(), mediaIds: mediaIds ?? [], version });
    },

    /** The requester, of an answered one, twice at most. */
    async followUpRequest(input: Input<'followUpRequestSchemas'>, asker: Asker, tx: Queries) {
      const { requestId, words, mediaIds, version } = input;
      const request = await findOwn(tx, requestId, asker.personId);
      if (request.state === 'answered' && request.followUps >= requestLimits.followUps)
        throw refuse(requestProblems.request_follow_ups_used);
      const said = { words: words.trim(), mediaIds: mediaIds ?? [], version };
      return move(tx, request, { action: 'follow_up', ...said });
    },

    /** The requester, of an answered one. */
    async rateRequest(input: Input<'rateRequestSchemas'>, asker: Asker, tx: Queries) {
      const { requestId, stars, words, version } = input;
      const request = await findOwn(tx, requestId, asker.personId);
      return move(tx, request, { action: 'rate', words: words?.trim() ?? null, stars, version });
    },

    /** The requester, once, within 10 days of the answer. */
    async reopenRequest(input: Input<'reopenRequestSchemas'>, asker: Asker, tx: Queries) {
      const { requestId, reason, mediaIds, version } = input;
      const request = await findOwn(tx, requestId, asker.personId);
      const isOver = request.state === 'answered' || request.state === 'rated';
      if (isOver && request.reopenedAt) throw refuse(requestProblems.request_reopened_before);
      if (isOver && !mayReopen(request, clock.now())) throw refuse(requestProblems.request_too_late);
      const said = { words: reason.trim(), mediaIds: mediaIds ?? [], version };
      return move(tx, request, { action: 'reopen', ...said });
    },

    /** The requester, while it is submitted or accepted. */
    async withdrawRequest(input: Input<'withdrawRequestSchemas'>, asker: Asker, tx: Queries) {
      const { requestId, reason, version } = input;
      const request = await findOwn(tx, requestId, asker.personId);
      return move(tx, request, { action: 'withdraw', words: reason?.trim() ?? null, version });
    },
  };
}
