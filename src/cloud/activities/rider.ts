import {
  activityKindNames,
  activityKinds,
  activityProblems,
  type Activity,
  type SignUp,
} from '../../contract/activities';
import type {
  changeSignUpAnswersSchemas,
  listActivitiesSchemas,
  listMySignUpsSchemas,
} from '../../contract/activities.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom, oldestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { isFor, leads, mayManage } from './access';
import { createLeaving, isRunning } from './places';
import { answersTo } from './questions';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';
import { spanOf } from './span';
import * as signUps from './sign-up-queries';
import type { SignUpRecord } from './sign-up-queries';
import type { Views } from './views';

type ListInput = InputOf<typeof listActivitiesSchemas>;

export interface RiderParts extends ActivitiesParts {
  views: Views;
}

/** A page of what was asked one more of than it takes. */
export function pageOf<Row extends { startsAt: Date; id: string }>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.startsAt.getTime(), last.id]) : null;
  return { page, nextCursor };
}

/** Which kinds are looked for; null: any. */
function kindsOf({ kind, group }: ListInput): string[] | null {
  if (kind !== undefined) return [kind];
  return group === undefined ? null : activityKindNames.filter((one) => activityKinds[one].group === group);
}

export function createLooking({ database, clock, communities, views }: RiderParts) {
  return {
    /** Anyone. */
    async listActivities(
      input: ListInput,
      asker: Asker | null,
    ): Promise<AnswerOf<typeof listActivitiesSchemas>> {
      const { communityId, when = 'upcoming', isOpen, cursor, limit = pageLimits.default } = input;
      if (!(await communities.known()).has(communityId)) throw refuse(problems.not_found);
      const roles = asker?.roles.get(communityId) ?? [];
      const seesAll = roles.includes('grid_member') || mayManage(asker, communityId);
      const place = when === 'past' ? latestFrom(cursor) : oldestFrom(cursor);
      const values = [communityId, kindsOf(input), seesAll, ...place, clock.now(), isOpen ?? null];
      const [from, until] = await spanOf(database, communities, input);
      const rows = await database.rows(queries.list[when], [...values, from, limit + 1, until]);
      const { page, nextCursor } = pageOf(rows, limit);
      return { items: await views.rowsOf(database, communityId, page, asker), nextCursor };
    },

    /** Anyone; what is for grid members is there for them and those who manage, and who is signed up. */
    async getActivity({ activityId }: { activityId: string }, asker: Asker | null): Promise<Activity> {
      const record = await database.row(queries.findById, [activityId]);
      if (!record) throw refuse(problems.not_found);
      const works = mayManage(asker, record.communityId) || leads(asker, record);
      if (record.state === 'draft' && !works) throw refuse(problems.not_found);
      const shown = await views.shown(database, record, asker);
      if (!isFor(asker, record) && shown.mine === null) throw refuse(problems.not_found);
      return shown;
    },
  };
}

/** Refuses what is not done any more once it has begun. */
export function demandNotBegun({ startsAt }: ActivityRecord, now: Date): void {
  if (startsAt <= now) throw refuse(activityProblems.activity_begun);
}

/** What one signed up for. */
export function createOwn(parts: RiderParts) {
  const { database, clock, views } = parts;
  const leave = createLeaving(parts);

  async function findOwn(from: Queries, signUpId: string, personId: string): Promise<SignUpRecord> {
    const signUp = await from.row(signUps.findById, [signUpId]);
    if (signUp?.personId !== personId) throw refuse(problems.not_found);
    return signUp;
  }

  async function shown(from: Queries, { communityId, id }: SignUpRecord): Promise<SignUp> {
    const fresh = await from.row(signUps.find, [communityId, id]);
    const [signUp] = fresh ? await views.signUpsShown(from, [fresh]) : [];
    if (!signUp) throw refuse(problems.not_found);
    return signUp;
  }

  return {
    /** A signed-in person, their own. */
    async listMySignUps(
      { when = 'upcoming', cursor, limit = pageLimits.default }: InputOf<typeof listMySignUpsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMySignUpsSchemas>> {
      const place = when === 'past' ? latestFrom(cursor) : oldestFrom(cursor);
      const values = [personId, clock.now(), ...place, limit + 1];
      const { page, nextCursor } = pageOf(await database.rows(signUps.listMine[when], values), limit);
      return { items: await views.signUpsShown(database, page), nextCursor };
    },

    /** A signed-in person, their own. */
    async getSignUp({ signUpId }: { signUpId: string }, { personId }: Asker): Promise<SignUp> {
      return shown(database, await findOwn(database, signUpId, personId));
    },

    /** A signed-in person, their own, until it begins. */
    async cancelSignUp({ signUpId }: { signUpId: string }, { personId }: Asker): Promise<SignUp> {
      return database.transaction(async (tx) => {
        const { communityId, activityId } = await findOwn(tx, signUpId, personId);
        const ids = { communityId, activityId, signUpId };
        await leave(tx, ids, { to: 'cancelled', reason: null }, (record, signUp) => {
          if (isRunning(signUp)) demandNotBegun(record, clock.now());
        });
        return shown(tx, await findOwn(tx, signUpId, personId));
      });
    },

    /** A signed-in person, their own, until it begins. */
    async changeSignUpAnswers(
      { signUpId, answers, version }: InputOf<typeof changeSignUpAnswersSchemas>,
      { personId }: Asker,
    ): Promise<SignUp> {
      const signUp = await findOwn(database, signUpId, personId);
      const { communityId, activityId } = signUp;
      const record = await database.row(queries.find, [communityId, activityId]);
      if (!record) throw refuse(problems.not_found);
      if (!isRunning(signUp) || record.state !== 'published') throw refuse(activityProblems.not_signed_up);
      demandNotBegun(record, clock.now());
      const given = JSON.stringify(answersTo(record.questions, answers));
      const values = [communityId, signUpId, given, version, clock.now(), record.version];
      if (!(await database.run(signUps.changeAnswers, values))) throw refuse(problems.conflict);
      return shown(database, signUp);
    },
  };
}
