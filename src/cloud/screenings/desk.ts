import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { screeningProblems, type Screening } from '../../contract/screenings';
import type { decideScreeningSchemas, listScreeningsSchemas } from '../../contract/screenings.schema';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { encodeCursor, latestFrom, oldestFrom } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as queries from './desk-queries';
import type { PictureUrls } from './pictures';
import { tell } from './settling';
import { replacedText } from './texts';
import { screeningOf } from './views';

interface DeskParts {
  database: Database;
  clock: Clock;
  communities: Communities;
  audit: Audit;
  pictures: PictureUrls;
}

type DecideInput = InputOf<typeof decideScreeningSchemas>;

function createViews({ communities, pictures }: DeskParts) {
  return async function viewsOf(
    from: Queries,
    communityId: string,
    rows: readonly queries.ShownRow[],
    asker: Asker,
  ): Promise<Screening[]> {
    const timeZone = await communities.timeZoneOf(from, communityId);
    const mayDecide = policy.decideScreening.allows(asker.roles.get(communityId));
    const ids = rows.flatMap(({ parts }) => parts.flatMap(({ mediaId }) => mediaId ?? []));
    const known = await pictures.of(from, communityId, ids);
    const around = { timeZone, mayDecide, pictures: new Map(known.map((one) => [one.id, one])) };
    return rows.map((row) => screeningOf(row, around));
  };
}

type Views = ReturnType<typeof createViews>;

function createList({ database, audit }: DeskParts, viewsOf: Views) {
  return {
    /** Staff, organiser or admin; the look is written down. */
    async listScreenings(
      input: InputOf<typeof listScreeningsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listScreeningsSchemas>> {
      const { communityId, view = 'waiting', cursor, limit = pageLimits.default } = input;
      const isWaiting = view === 'waiting';
      const list = isWaiting ? queries.listWaiting : queries.listDecided;
      const start = isWaiting ? oldestFrom(cursor) : latestFrom(cursor);
      const { rows, waiting } = await database.transaction(async (tx) => {
        const found = await tx.rows(list, [communityId, ...start, limit + 1]);
        const count = await tx.row(queries.countWaiting, [communityId]);
        const details = { view, shown: Math.min(found.length, limit) };
        const look = { communityId, actorId: asker.personId, action: 'screenings_listed', details } as const;
        await audit.record(tx, look);
        return { rows: found, waiting: count?.waiting ?? 0 };
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const at = isWaiting ? last?.waitingSince : last?.decidedAt;
      return {
        items: await viewsOf(database, communityId, page, asker),
        nextCursor: rows.length > page.length && last && at ? encodeCursor([at.getTime(), last.id]) : null,
        waiting,
      };
    },
  };
}

/** What a person says. */
export function createDesk(parts: DeskParts) {
  const { database, clock, audit } = parts;
  const viewsOf = createViews(parts);

  /** The same again is answered as it was the first time; anything else came too late. */
  async function decidedBefore(tx: Queries, input: DecideInput, asker: Asker): Promise<void> {
    const current = await tx.row(queries.find, [input.communityId, input.screeningId]);
    if (!current || current.state === 'checking') throw refuse(problems.not_found);
    if (current.state === 'replaced')
      throw refuse(screeningProblems.decided_already, { detail: replacedText });
    const isSame = current.state === (input.decision === 'pass' ? 'passed' : 'rejected');
    if (!isSame || current.decidedBy !== asker.personId) throw refuse(screeningProblems.decided_already);
  }

  async function decide(tx: Queries, input: DecideInput, why: string | null, asker: Asker): Promise<void> {
    const { communityId, screeningId, decision } = input;
    const { personId: actorId } = asker;
    const isPassed = decision === 'pass';
    const ids = [communityId, screeningId];
    const state = isPassed ? 'passed' : 'rejected';
    const subject = await tx.row(queries.decide, [...ids, state, clock.now(), actorId, why]);
    if (!subject) return decidedBefore(tx, input, asker);
    await tx.run(isPassed ? queries.passParts : queries.rejectParts, ids);
    await tell(tx, { communityId, screeningId }, subject, {
      verdict: isPassed ? 'pass' : 'rejected',
      reason: why,
    });
    const details = { decision, subject: subject.subjectKind };
    await audit.record(tx, { communityId, actorId, action: 'screening_decided', details });
  }

  return {
    ...createList(parts, viewsOf),

    /** Staff, organiser or admin. */
    async decideScreening(input: DecideInput, asker: Asker): Promise<Screening> {
      const { communityId, screeningId, decision, reason } = input;
      const why = decision === 'reject' ? (reason?.trim() ?? '') : null;
      if (why === '') throw refuse(screeningProblems.reason_missing, { fields: { reason: '请写一句原因' } });
      const row = await database.transaction(async (tx) => {
        await decide(tx, input, why, asker);
        return tx.row(queries.find, [communityId, screeningId]);
      });
      const [screening] = row ? await viewsOf(database, communityId, [row], asker) : [];
      if (!screening) throw refuse(problems.not_found);
      return screening;
    },
  };
}
