import { activityProblems, type Question } from '../../contract/activities';
import { activityDeskProblems, type ManagedSignUp } from '../../contract/activity-desk';
import type {
  addSignUpSchemas,
  listSignUpsSchemas,
  removeSignUpSchemas,
} from '../../contract/activity-desk.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { AuditAction } from '../../contract/audit';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import { xlsxOf } from '../platform/xlsx';
import { demandReader } from './access';
import type { DeskParts } from './desk';
import { createLeaving, isRunning, type ActivityIds } from './places';
import { answersTo } from './questions';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import { demandNotBegun } from './rider';
import { createRefusing, takeNow } from './signing-up';
import * as signUps from './sign-up-queries';
import type { TakeRow } from './take-query';
import { activityTexts, signUpStateNames, signUpWayNames } from './texts';
import { tellLater } from './told';

type Page = AnswerOf<typeof listSignUpsSchemas>;

const beginning = ['-1', '0', '00000000-0000-0000-0000-000000000000'];
const whole = /^-?\d{1,15}$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeIn(cursor: string | undefined): string[] {
  if (cursor === undefined) return beginning;
  const [rank = '', turn = '', last = ''] = decodeCursor(cursor, 3);
  if (/^\d$/.test(rank) && whole.test(turn) && id.test(last)) return [rank, turn, last];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

/** Staff may not know what to answer for somebody. */
const optional = (questions: readonly Question[]) =>
  questions.map((question) => ({ ...question, isRequired: false }));

const minuteOf = (iso: string) => iso.slice(0, 16).replace('T', ' ');

function answerText({ id: questionId, kind }: Question, { answers }: ManagedSignUp): string {
  const values = answers.find((answer) => answer.questionId === questionId)?.values ?? [];
  if (kind !== 'yes_no') return values.join('、');
  return values.map((value) => (value === 'yes' ? '是' : '否')).join('');
}

function linesOf({ questions, isRisky }: ActivityRecord, listed: readonly ManagedSignUp[]) {
  const { sheetHeading, gone, agreed } = activityTexts;
  const heading = [...sheetHeading.slice(0, isRisky ? 6 : 5), ...questions.map(({ label }) => label)];
  const lines = listed.map((one, index) => [
    index + 1,
    one.person?.nickname ?? gone,
    signUpStateNames[one.state],
    minuteOf(one.signedUpAt),
    signUpWayNames[one.via],
    ...(isRisky ? [one.hasAgreedToRisk ? agreed : ''] : []),
    ...questions.map((question) => answerText(question, one)),
  ]);
  return [heading, ...lines];
}

/** Who comes. */
export function createSignUpLooks({ database, audit, deskViews }: DeskParts) {
  async function findFor({ communityId, activityId }: ActivityIds, asker: Asker): Promise<ActivityRecord> {
    const record = await database.row(queries.find, [communityId, activityId]);
    if (!record) throw refuse(problems.not_found);
    demandReader(asker, record);
    return record;
  }

  const note = (
    action: AuditAction,
    { communityId, activityId }: ActivityIds,
    { personId: actorId }: Asker,
  ) =>
    database.transaction((tx) => audit.record(tx, { communityId, actorId, action, details: { activityId } }));

  return {
    /** Staff, organiser, admin, auditor or its leader; written down. */
    async listSignUps(input: InputOf<typeof listSignUpsSchemas>, asker: Asker): Promise<Page> {
      const { communityId, activityId, state, cursor, limit = pageLimits.default } = input;
      await findFor(input, asker);
      await note('sign_ups_listed', input, asker);
      const values = [communityId, activityId, state ?? null, ...placeIn(cursor), limit + 1];
      const rows = await database.rows(signUps.listOf, values);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await deskViews.signUpsManaged(database, communityId, page),
        nextCursor: rows.length > limit && last ? encodeCursor([last.rank, last.turn, last.id]) : null,
      };
    },

    /** Staff, organiser or admin; written down. */
    async exportSignUps(input: ActivityIds, asker: Asker) {
      const { communityId, activityId } = input;
      const record = await findFor(input, asker);
      await note('sign_ups_exported', input, asker);
      const rows = await database.rows(signUps.listOf, [communityId, activityId, null, ...beginning, null]);
      const listed = await deskViews.signUpsManaged(database, communityId, rows.filter(isRunning));
      return xlsxOf(activityTexts.sheet(record.title), linesOf(record, listed));
    },
  };
}

function createShown({ deskViews }: DeskParts) {
  return async function shown(
    from: Queries,
    communityId: string,
    signUpId: string | null,
  ): Promise<ManagedSignUp> {
    const row = await from.row(signUps.find, [communityId, signUpId]);
    const [signUp] = row ? await deskViews.signUpsManaged(from, communityId, [row]) : [];
    if (!signUp) throw refuse(problems.not_found);
    return signUp;
  };
}

/** Putting somebody on the list. */
export function createAdding(parts: DeskParts) {
  const { clock, audit } = parts;
  const refusalOf = createRefusing(parts);
  const shown = createShown(parts);

  async function demandTaken(
    tx: Queries,
    record: ActivityRecord,
    personId: string,
    row: TakeRow | undefined,
  ): Promise<void> {
    if (row?.verdict === 'ok') return;
    if (row?.verdict === 'activity_not_for_you' && record.audience === 'everyone')
      throw refuse(activityDeskProblems.member_unknown);
    if (!row || row.verdict === 'done') throw refuse(problems.conflict);
    const refusal = await refusalOf(tx, row.verdict, record, personId, true);
    throw refusal ?? refuse(problems.conflict);
  }

  return {
    /** Staff, organiser or admin, until it begins. */
    async addSignUp(
      { communityId, activityId, personId, answers }: InputOf<typeof addSignUpSchemas>,
      { personId: actorId }: Asker,
      tx: Queries,
    ): Promise<ManagedSignUp> {
      // Windows and pauses hold for staff, too.
      if (personId === actorId) throw refuse(activityDeskProblems.sign_up_self);
      const record = await tx.row(queries.find, [communityId, activityId]);
      if (!record) throw refuse(problems.not_found);
      if (record.state === 'draft') throw refuse(activityDeskProblems.activity_state);
      const signUpId = newId();
      const taking = {
        personId,
        key: `staff_${signUpId}`,
        hash: Buffer.alloc(32),
        signUpId,
        answers: answersTo(optional(record.questions), answers),
        riskAgreedAt: null,
        // Staff say who comes, whatever they missed.
        missed: 0,
      };
      const [row] = await takeNow(tx, record, [taking], clock.now(), true);
      await demandTaken(tx, record, personId, row);
      const noted = { communityId, actorId, subjectId: personId, details: { activityId } };
      await audit.record(tx, { ...noted, action: 'sign_up_added' });
      const news = row?.state === 'going' ? 'signed_up' : 'waitlisted';
      await tellLater(tx, { communityId, activityId, news, signUpIds: [signUpId] });
      return shown(tx, communityId, signUpId);
    },
  };
}

/** Taking somebody off it. */
export function createRemoving(parts: DeskParts) {
  const { database, clock, audit } = parts;
  const leave = createLeaving(parts);
  const shown = createShown(parts);

  return {
    /** Staff, organiser or admin, until it begins. */
    async removeSignUp(
      { communityId, activityId, signUpId, reason }: InputOf<typeof removeSignUpSchemas>,
      { personId: actorId }: Asker,
    ): Promise<ManagedSignUp> {
      return database.transaction(async (tx) => {
        const words = reason.trim();
        const ids = { communityId, activityId, signUpId };
        const { personId } = await leave(tx, ids, { to: 'removed', reason: words }, (record, signUp) => {
          if (!isRunning(signUp) || record.state !== 'published')
            throw refuse(activityProblems.not_signed_up);
          demandNotBegun(record, clock.now());
        });
        const noted = { communityId, actorId, action: 'sign_up_removed', details: { activityId } } as const;
        await audit.record(tx, { ...noted, ...(personId !== null && { subjectId: personId }) });
        await tellLater(tx, { communityId, activityId, news: 'removed', signUpIds: [signUpId], words });
        return shown(tx, communityId, signUpId);
      });
    },
  };
}
