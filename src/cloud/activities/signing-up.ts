import { createHash } from 'node:crypto';
import { activityProblems, type QuestionAnswer, type SignUp } from '../../contract/activities';
import type { createSignUpSchemas } from '../../contract/activities.schema';
import { problems, type InputOf, type Problem } from '../../contract/http';
import { agendaKeptMs, appointmentIn } from '../agendas/service';
import type { Asker } from '../platform/asker';
import { combine } from '../platform/combine';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse, type Refusal } from '../platform/refusal';
import type { KnownActivities } from './known';
import { answersTo } from './questions';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';
import * as signUps from './sign-up-queries';
import type { SignUpRecord } from './sign-up-queries';
import { take, type TakeRow, type Verdict } from './take-query';
import { activityTexts, momentText } from './texts';
import type { Views } from './views';

/** More in one statement cost more than they save. */
const mostTogether = 256;
/** A batch that met somebody else's is run again. */
const attempts = 4;
/** unique_violation, serialization_failure, deadlock_detected. */
const retryable = new Set(['23505', '40001', '40P01']);

/** One request to sign up. */
export interface Taking {
  personId: string;
  key: string;
  hash: Buffer;
  signUpId: string;
  answers: readonly QuestionAnswer[];
  riskAgreedAt: Date | null;
  /** How often they did not come, as far as they were judged by that. */
  missed: number;
}

const hashOf = (activityId: string, input: unknown) =>
  createHash('sha256')
    .update(JSON.stringify([activityId, input]))
    .digest();

function valuesOf(
  record: ActivityRecord,
  batch: readonly Taking[],
  now: Date,
  isByStaff: boolean,
): unknown[] {
  const all = <Value>(pick: (one: Taking) => Value) => batch.map(pick);
  return [
    record.communityId,
    record.id,
    now,
    record.version,
    isByStaff,
    all((one) => one.personId),
    all((one) => one.key),
    all((one) => one.hash),
    all((one) => one.signUpId),
    all((one) => JSON.stringify(one.answers)),
    all((one) => one.riskAgreedAt),
    new Date(now.getTime() - agendaKeptMs),
    all((one) => one.missed),
  ];
}

/** Signs them up for an activity as it was known; inside the caller's transaction, or in one of its own. */
export const takeNow = (
  from: Queries,
  record: ActivityRecord,
  batch: readonly Taking[],
  now: Date,
  isByStaff = false,
): Promise<TakeRow[]> => from.rows(take, valuesOf(record, batch, now, isByStaff));

type RefusalParts = Pick<ActivitiesParts, 'communities'>;

/** The refusal of a verdict, in words for this activity; null where it is not one any more. */
export function createRefusing({ communities }: RefusalParts) {
  async function overlapping(
    from: Queries,
    record: ActivityRecord,
    personId: string,
    isByStaff: boolean,
  ): Promise<Refusal | null> {
    const { communityId, id, startsAt, endsAt } = record;
    const other = await from.row(signUps.findOverlapping, [communityId, personId, startsAt, endsAt]);
    const timeZone = await communities.timeZoneOf(from, communityId);
    const appointment = other ? null : await appointmentIn(from, communityId, personId, record);
    if (appointment) {
      const detail = activityTexts.appointment(isByStaff ? null : momentText(timeZone, appointment));
      return refuse(activityProblems.overlaps, { detail });
    }
    // The same one: what the snapshot did not see, the next one will.
    if (!other || other.activityId === id) return null;
    const when = momentText(timeZone, other.startsAt);
    return refuse(activityProblems.overlaps, {
      detail: activityTexts.overlaps(other.title, when, other.state),
    });
  }

  return async function refusalOf(
    from: Queries,
    verdict: Exclude<Verdict, 'ok' | 'done'>,
    record: ActivityRecord,
    personId: string,
    isByStaff = false,
  ): Promise<Refusal | null> {
    if (verdict === 'overlaps') return overlapping(from, record, personId, isByStaff);
    if (verdict === 'stale' || verdict === 'missed_more') return null;
    if (verdict === 'not_found') return refuse(problems.not_found);
    const problem: Problem = activityProblems[verdict];
    const isGridOnly = verdict === 'activity_not_for_you' && record.audience === 'grid_members';
    if (isGridOnly) return refuse(problem, { detail: activityTexts.gridMembersOnly });
    if (verdict !== 'sign_up_not_yet' || record.signUpFrom === null) return refuse(problem);
    const when = momentText(await communities.timeZoneOf(from, record.communityId), record.signUpFrom);
    return refuse(problem, { detail: activityTexts.opensAt(when) });
  };
}

/** The sign-up as the statement made it. */
function madeOf(
  { communityId, id: activityId }: ActivityRecord,
  one: Taking,
  row: TakeRow,
  now: Date,
): SignUpRecord {
  const { signUpId: id, personId, answers, riskAgreedAt } = one;
  return {
    ...{ communityId, id, activityId, personId, riskAgreedAt },
    state: row.state ?? 'going',
    place: null,
    answers: [...answers],
    via: 'self',
    signedUpAt: now,
    reason: null,
    version: 1,
    waitPlace: row.waitPlace,
  };
}

interface SigningParts extends ActivitiesParts {
  known: KnownActivities;
  views: Views;
}

interface Taken {
  record: ActivityRecord;
  row: TakeRow;
  now: Date;
  show: (signUp: SignUpRecord) => SignUp;
}

/** Many requests for one activity together. */
function createTogether({ database, clock, known, views }: SigningParts) {
  async function attempt(record: ActivityRecord, batch: readonly Taking[], now: Date): Promise<TakeRow[]> {
    for (let left = attempts; ; left -= 1) {
      try {
        return await takeNow(database, record, batch, now);
      } catch (error) {
        if (!retryable.has((error as { code?: string }).code ?? '') || left <= 1) throw error;
      }
    }
  }

  return combine<Taking, Taken>({
    async run(activityId, batch) {
      const record = await known.find(activityId);
      if (!record) throw refuse(problems.not_found);
      const now = clock.now();
      const rows = await attempt(record, batch, now);
      const show = await views.showsSignUps(database, record);
      return rows.map((row) => ({ record, row, now, show }));
    },
    apart: ({ personId }) => personId,
    most: mostTogether,
  });
}

/** Who did not come too often waits a while. */
function createPausing({ database, clock, communities, pauseOf }: ActivitiesParts) {
  return async function demandNoPause({ communityId }: ActivityRecord, personId: string): Promise<void> {
    const until = await pauseOf(database, communityId, personId);
    if (!until || until <= clock.now()) return;
    const when = momentText(await communities.timeZoneOf(database, communityId), until);
    throw refuse(activityProblems.paused_for_absence, { detail: activityTexts.pausedUntil(when) });
  };
}

/** Signs people up. */
export function createSigningUp(parts: SigningParts) {
  const { database, clock, known, join } = parts;
  const refusalOf = createRefusing(parts);
  const together = createTogether(parts);
  const demandNoPause = createPausing(parts);

  /** A repeated key gets the sign-up it made, as it is by now. */
  async function answerOf({ row, record, now, show }: Taken, taking: Taking): Promise<SignUp | null> {
    const { verdict, signUpId, activityId, requestHash } = row;
    if (verdict === 'ok') return show(madeOf(record, taking, row, now));
    if (verdict === 'done') {
      if (activityId !== record.id || !requestHash?.equals(taking.hash))
        throw refuse(problems.idempotency_key_reused);
      const made = await database.row(signUps.find, [record.communityId, signUpId]);
      return made ? show(made) : null;
    }
    const refusal = await refusalOf(database, verdict, record, taking.personId);
    if (refusal) throw refusal;
    known.forget(record.id);
    return null;
  }

  return {
    /** A signed-in person, who becomes a member if they are none. */
    async createSignUp(
      input: InputOf<typeof createSignUpSchemas>,
      { personId, roles }: Asker,
      key: string,
    ): Promise<SignUp> {
      const { activityId, answers, hasAgreedToRisk = false } = input;
      const hash = hashOf(activityId, [answers ?? [], hasAgreedToRisk]);
      let missed = 0;
      for (let left = attempts; left > 0; left -= 1) {
        const record = await known.find(activityId);
        if (!record || record.state === 'draft') throw refuse(problems.not_found);
        if (record.isRisky && !hasAgreedToRisk) throw refuse(activityProblems.risk_not_agreed);
        const { communityId } = record;
        if (!roles.has(communityId)) await database.transaction((tx) => join(tx, communityId, personId));
        const taking = {
          ...{ personId, key, hash, missed },
          signUpId: newId(),
          answers: answersTo(record.questions, answers),
          riskAgreedAt: record.isRisky ? clock.now() : null,
        };
        const taken = await together(activityId, taking);
        const signUp = await answerOf(taken, taking);
        if (signUp) return signUp;
        if (taken.row.verdict !== 'missed_more') continue;
        await demandNoPause(record, personId);
        ({ missed } = taken.row);
      }
      throw refuse(problems.conflict);
    },
  };
}
