import { activityLimits } from '../../contract/activities';
import { activityDeskProblems, type ManagedActivity } from '../../contract/activity-desk';
import type {
  createActivitySchemas,
  createSeriesSchemas,
  listActivityHelpersSchemas,
  listManagedActivitiesSchemas,
} from '../../contract/activity-desk.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { latestFrom, oldestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { demandReader, mayManage, mayReadAll } from './access';
import * as desk from './desk-queries';
import type { DeskViews } from './desk-views';
import { columnsOf, demandFacts, factsOf, type ActivityFacts } from './facts';
import { createPutting } from './photos';
import type { ActivityIds } from './places';
import * as queries from './queries';
import { laterBy, stepsOf, wallOf } from './recurrence';
import { pageOf } from './rider';
import type { ActivitiesParts } from './service';
import { spanOf } from './span';

type SeriesInput = InputOf<typeof createSeriesSchemas>;

export interface DeskParts extends ActivitiesParts {
  deskViews: DeskViews;
}

/** Looking at what there is to manage. */
export function createDeskLooks({ database, clock, communities, people, deskViews }: DeskParts) {
  return {
    /** Staff, organiser, admin or auditor; others those that are theirs to lead. */
    async listManagedActivities(
      input: InputOf<typeof listManagedActivitiesSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listManagedActivitiesSchemas>> {
      const { communityId, when = 'upcoming', state, kind, isMineToLead, cursor } = input;
      const { limit = pageLimits.default } = input;
      const isOwn = isMineToLead === true || !mayReadAll(asker, communityId);
      const place = when === 'upcoming' ? oldestFrom(cursor) : latestFrom(cursor);
      const which = [communityId, isOwn ? asker.personId : null, state ?? null, kind ?? null];
      const span = await spanOf(database, communities, input);
      const values = [...which, ...place, clock.now(), limit + 1, ...span];
      const { page, nextCursor } = pageOf(await database.rows(queries.listManaged[when], values), limit);
      const items = await deskViews.managedRows(database, communityId, page);
      return { items, nextCursor, can: { create: mayManage(asker, communityId) } };
    },

    /** Staff, organiser, admin, auditor or its leader. */
    async getManagedActivity(
      { communityId, activityId }: ActivityIds,
      asker: Asker,
    ): Promise<ManagedActivity> {
      const record = await database.row(queries.find, [communityId, activityId]);
      if (!record) throw refuse(problems.not_found);
      demandReader(asker, record);
      return deskViews.managed(database, record, asker);
    },

    /** Staff, organiser or admin. */
    async listActivityHelpers({
      communityId,
      q = '',
    }: InputOf<typeof listActivityHelpersSchemas>): Promise<AnswerOf<typeof listActivityHelpersSchemas>> {
      const rows = await database.rows(desk.listHelpers, [communityId, q.trim()]);
      const ids = rows.map(({ personId }) => personId);
      const persons = await people.describePeople(database, ids);
      const items = rows.flatMap(({ personId, isLeader }) => {
        const person = persons.get(personId);
        return person ? [{ ...person, isLeader }] : [];
      });
      return { items };
    },
  };
}

/** By how much later each of a series is than the first, by the wall clock. */
function stepsFor({ rule, count, untilOn }: SeriesInput, firstWall: number): number[] {
  const most = activityLimits.repeats;
  if ((count === undefined) === (untilOn === undefined))
    throw refuse(problems.invalid_input, { fields: { count: '选总共几场，或者到哪天为止' } });
  if (count !== undefined) return [...stepsOf(rule, firstWall, count)];
  const end = Date.parse(untilOn ?? '') + dayMs;
  const steps = [...stepsOf(rule, firstWall, most + 1)].filter((step) => firstWall + step < end);
  if (steps.length > most) throw refuse(activityDeskProblems.series_too_long);
  if (steps.length < 2)
    throw refuse(problems.invalid_input, { fields: { untilOn: '这天之前只有一场，选晚一些' } });
  return steps;
}

/** The same, so much later. */
function moved(facts: ActivityFacts, timeZone: string, step: number): ActivityFacts {
  const later = (at: Date) => laterBy(timeZone, at, step);
  const { startsAt, endsAt, signUpFrom, signUpUntil } = facts;
  return {
    ...facts,
    startsAt: later(startsAt),
    endsAt: later(endsAt),
    signUpFrom: signUpFrom && later(signUpFrom),
    signUpUntil: signUpUntil && later(signUpUntil),
  };
}

/** Making drafts. */
export function createMaking(parts: DeskParts) {
  const { clock, communities, deskViews } = parts;
  const { put } = createPutting(parts);

  async function demandNew(tx: Queries, communityId: string, facts: ActivityFacts): Promise<void> {
    await demandFacts(tx, communityId, facts);
    if (facts.startsAt <= clock.now())
      throw refuse(activityDeskProblems.activity_facts, { fields: { startsAt: '要晚于现在' } });
  }

  async function insert(
    tx: Queries,
    place: { communityId: string; id: string; seriesId: string | null; ordinal: number | null },
    facts: ActivityFacts,
    personId: string,
  ): Promise<void> {
    const { communityId, id, seriesId, ordinal } = place;
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const columns = columnsOf(facts, timeZone);
    await tx.run(desk.insert, [communityId, id, ...columns, seriesId, ordinal, clock.now()]);
    await put(tx, place, facts.mediaIds, personId);
  }

  return {
    /** Staff, organiser or admin: a draft. */
    async createActivity(
      { communityId, ...input }: InputOf<typeof createActivitySchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<ManagedActivity> {
      const facts = factsOf(input);
      await demandNew(tx, communityId, facts);
      const id = newId();
      await insert(tx, { communityId, id, seriesId: null, ordinal: null }, facts, asker.personId);
      const record = await tx.row(queries.find, [communityId, id]);
      if (!record) throw refuse(problems.not_found);
      return deskViews.managed(tx, record, asker);
    },

    /** Staff, organiser or admin: drafts. */
    async createSeries(
      input: SeriesInput,
      asker: Asker,
      tx: Queries,
    ): Promise<AnswerOf<typeof createSeriesSchemas>> {
      const { communityId, rule } = input;
      const facts = factsOf(input);
      await demandNew(tx, communityId, facts);
      const timeZone = await communities.timeZoneOf(tx, communityId);
      const steps = stepsFor(input, wallOf(timeZone, facts.startsAt));
      const seriesId = newId();
      await tx.run(desk.insertSeries, [communityId, seriesId, JSON.stringify(rule), clock.now()]);
      const ids = steps.map(() => newId());
      for (const [index, step] of steps.entries()) {
        const place = { communityId, id: ids[index] ?? '', seriesId, ordinal: index + 1 };
        await insert(tx, place, moved(facts, timeZone, step), asker.personId);
      }
      const records = await tx.rows(queries.findMany, [communityId, ids]);
      const inOrder = records.toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
      return { seriesId, items: await deskViews.managedRows(tx, communityId, inOrder) };
    },
  };
}
