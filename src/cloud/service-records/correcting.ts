import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import { durationText, serviceProblems, type ServiceRecord } from '../../contract/service-records';
import type {
  askServiceCorrectionSchemas,
  decideServiceCorrectionSchemas,
  listServiceCorrectionsSchemas,
  withdrawServiceCorrectionSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuseMove, stepFor } from '../platform/moves';
import { refuse } from '../platform/refusal';
import * as corrections from './correction-queries';
import { ownRecord } from './looking';
import { correctionMachine } from './machine';
import * as queries from './queries';
import type { Following } from './recording';
import type { ServiceRecordsParts } from './service';
import { isStaff, type Shown } from './shown';

const deskPage = 'service-records/desk/corrections';
const minePage = (recordId: string) => `service-records/rider/correction?id=${recordId}`;

type Ask = InputOf<typeof askServiceCorrectionSchemas>;
type Decision = InputOf<typeof decideServiceCorrectionSchemas>;
type Cases = AnswerOf<typeof listServiceCorrectionsSchemas>;

function createWishes({ database, clock, notify }: ServiceRecordsParts, shown: Shown) {
  return {
    /** The volunteer; whoever led the activity is told. */
    async askServiceCorrection(
      { communityId, recordId, proposedMinutes, reason }: Ask,
      { personId }: Asker,
      tx: Queries,
    ): Promise<ServiceRecord> {
      const record = await ownRecord(tx, shown, { communityId, recordId, personId });
      if (record.correction?.state === 'asked') throw refuse(serviceProblems.correction_running);
      if (!record.can.askCorrection) throw refuse(serviceProblems.correction_late);
      if (record.minutes === proposedMinutes)
        throw refuse(serviceProblems.correction_same, { fields: { proposedMinutes: '写对的时长' } });
      const why = reason.trim();
      const asked = await tx.row(corrections.insert, [
        ...[communityId, newId(), recordId, personId, record.minutes, proposedMinutes, why, clock.now()],
      ]);
      if (!asked) throw refuse(serviceProblems.correction_running);
      const row = await tx.row(queries.find, [communityId, recordId]);
      if (row?.recorderId && row.recorderId !== personId) {
        const hours = durationText(proposedMinutes);
        const values = { news: 'asked', what: record.content, hours, words: why } as const;
        const leader = { personId: row.recorderId, communityId, link: deskPage };
        await notify(tx, { ...leader, kind: 'service', values });
      }
      return ownRecord(tx, shown, { communityId, recordId, personId });
    },

    /** The volunteer, before it is decided. */
    async withdrawServiceCorrection(
      { communityId, correctionId, version }: InputOf<typeof withdrawServiceCorrectionSchemas>,
      { personId }: Asker,
    ): Promise<ServiceRecord> {
      return database.transaction(async (tx) => {
        const known = await tx.row(corrections.find, [communityId, correctionId]);
        if (known?.personId !== personId) throw refuse(problems.not_found);
        const wish = { action: 'withdraw', actors: ['volunteer'], version, given: {} } as const;
        const { from, to } = stepFor(correctionMachine, known, wish);
        const moved = [communityId, correctionId, from, version, to, null, null, null, clock.now()];
        if (!(await tx.run(corrections.move, moved)))
          throw refuseMove(await tx.row(corrections.find, [communityId, correctionId]));
        return ownRecord(tx, shown, { communityId, recordId: known.recordId, personId });
      });
    },
  };
}

function createCases({ database, communities }: ServiceRecordsParts, shown: Shown) {
  async function casesOf(
    from: Queries,
    communityId: string,
    rows: readonly corrections.CorrectionRow[],
    asker: Asker,
  ): Promise<Cases['items']> {
    const records = await from.rows(queries.listByIds, [communityId, rows.map(({ recordId }) => recordId)]);
    const served = await shown.served(from, communityId, records, asker);
    const timeZone = await communities.timeZoneOf(from, communityId);
    return rows.flatMap((row) => {
      const record = served.find(({ id }) => id === row.recordId);
      if (!record) return [];
      const decide = row.state === 'asked' && record.can.grade;
      return { ...shown.correctionOf(row, timeZone), record, can: { decide } };
    });
  }

  const looking = {
    /** Staff: all; who leads activities: those of their own. */
    async listServiceCorrections(
      {
        communityId,
        state,
        cursor,
        limit = pageLimits.default,
      }: InputOf<typeof listServiceCorrectionsSchemas>,
      asker: Asker,
    ): Promise<Cases> {
      const leaderId = isStaff(asker, communityId) ? null : asker.personId;
      const values = [communityId, state ?? null, leaderId, ...latestFrom(cursor), limit + 1];
      const rows = await database.rows(corrections.list, values);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await casesOf(database, communityId, page, asker),
        nextCursor:
          rows.length > page.length && last ? encodeCursor([last.askedAt.getTime(), last.id]) : null,
      };
    },
  };

  return { casesOf, looking };
}

type CaseViews = ReturnType<typeof createCases>;

/** What is asked for, where the asker may know of it. */
async function knownCase(from: Queries, { communityId, correctionId }: Decision, asker: Asker) {
  const correction = await from.row(corrections.find, [communityId, correctionId]);
  const record = correction && (await from.row(queries.find, [communityId, correction.recordId]));
  if (!correction || !record || correction.personId === null) throw refuse(problems.not_found);
  const { personId } = correction;
  const isDecider = isStaff(asker, communityId) || record.recorderId === asker.personId;
  if (!isDecider) throw refuse(problems.not_found);
  if (personId === asker.personId) throw refuse(serviceProblems.correction_own);
  return { correction, record, personId };
}

type Known = Awaited<ReturnType<typeof knownCase>>;

function createDeciding(parts: ServiceRecordsParts, { casesOf }: CaseViews, { follow }: Following) {
  const { database, clock, audit, notify } = parts;

  /** Hours, points and papers become what was granted. */
  async function grant(
    tx: Queries,
    { communityId, correctionId }: Decision,
    { correction, record, personId }: Known,
    { minutes, by }: { minutes: number; by: string },
  ): Promise<void> {
    const set = await tx.row(queries.setMinutes, [communityId, record.id, minutes]);
    if (!set) throw refuse(problems.not_found);
    const at = clock.now();
    const entry = [communityId, record.id, set.version, 'corrected', minutes, null, correction.id, by, at];
    await tx.run(queries.insertEntry, entry);
    if (set.before === minutes) return;
    const changed = { communityId, recordId: record.id, sourceId: correctionId, personId };
    const { servedOn } = record;
    await follow(tx, { ...changed, servedOn, before: set.before, minutes, by });
  }

  return {
    /** Who led the activity, or staff; not one's own. The volunteer is told. */
    async decideServiceCorrection(input: Decision, asker: Asker): Promise<Cases['items'][number]> {
      const { communityId, correctionId, decision, version } = input;
      const [reply, by] = [input.reply.trim(), asker.personId];
      return database.transaction(async (tx) => {
        const about = await knownCase(tx, input, asker);
        const { correction, record, personId } = about;
        const wish = { action: decision, actors: ['decider'], version, given: { reply } } as const;
        const { from, to } = stepFor(correctionMachine, correction, wish);
        const granted = decision === 'grant' ? (input.minutes ?? correction.proposedMinutes) : null;
        const moved = [communityId, correctionId, from, version, to, granted, reply, by, clock.now()];
        if (!(await tx.run(corrections.move, moved)))
          throw refuseMove(await tx.row(corrections.find, [communityId, correctionId]));
        if (granted !== null) await grant(tx, input, about, { minutes: granted, by });
        const details = { decision };
        const action = 'service_correction_decided';
        await audit.record(tx, { communityId, actorId: by, subjectId: personId, action, details });
        const news = decision === 'grant' ? ('corrected' as const) : ('declined' as const);
        const hours = durationText(granted ?? record.minutes);
        const values = { news, what: record.content, hours, words: reply };
        const link = minePage(record.id);
        await notify(tx, { personId, communityId, kind: 'service', values, link });
        const decided = await tx.row(corrections.find, [communityId, correctionId]);
        const [answer] = decided ? await casesOf(tx, communityId, [decided], asker) : [];
        if (!answer) throw refuse(problems.not_found);
        return answer;
      });
    },
  };
}

/** Hours set right: asked for by whose they are, decided by who knows. */
export function createCorrecting(parts: ServiceRecordsParts, shown: Shown, following: Following) {
  const cases = createCases(parts, shown);
  return { ...createWishes(parts, shown), ...cases.looking, ...createDeciding(parts, cases, following) };
}
