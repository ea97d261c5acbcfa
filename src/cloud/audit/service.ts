import { auditLimits, type AuditAction, type AuditEntry } from '../../contract/audit';
import type { exportAuditLogSchemas, listAuditEntriesSchemas } from '../../contract/audit.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, instantOf, localDate, localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { firstBroken, hashOf } from './chain';
import * as queries from './queries';

export { auditPersonalData } from './personal-data';

/** Who did what to whom. `details` hold no personal data: they can not be taken out again. */
export interface AuditRecord {
  communityId: string;
  actorId: string;
  action: AuditAction;
  subjectId?: string;
  details?: Readonly<Record<string, unknown>>;
}

interface AuditParts {
  database: Database;
  clock: Clock;
  communities: Communities;
}

type ExportInput = InputOf<typeof exportAuditLogSchemas>;
type ExportAnswer = AnswerOf<typeof exportAuditLogSchemas>;
type Page = AnswerOf<typeof listAuditEntriesSchemas>;

const beginning = Buffer.alloc(32);
const lastNumber = 2_147_483_647;

function entryOf(row: queries.EntryRow, timeZone: string): AuditEntry {
  return {
    number: row.number,
    at: localIso(timeZone, row.at.getTime()),
    action: row.action,
    actor: { ref: row.actorRef, nickname: row.actorNickname },
    subject: row.subjectRef === null ? null : { ref: row.subjectRef, nickname: row.subjectNickname },
    details: JSON.parse(row.details) as Record<string, unknown>,
    hash: row.hash.toString('hex'),
  };
}

function createRecord(clock: Clock) {
  /** Appends in the caller's transaction: what is written down and what happened are one. */
  return async function record(
    tx: Queries,
    { communityId, actorId, action, subjectId, details }: AuditRecord,
  ): Promise<void> {
    const refOf = async (personId: string) =>
      (await tx.row(queries.refOf, [communityId, personId, newId()]))?.ref ?? personId;
    const actorRef = await refOf(actorId);
    const subjectRef = subjectId === undefined ? null : await refOf(subjectId);
    const head = await tx.row(queries.lockHead, [communityId]);
    if (!head) throw new Error('The audit chain has no end');
    const at = clock.now();
    const number = head.number + 1;
    const text = JSON.stringify(details ?? {});
    const entry = { communityId, number, at, action, actorRef, subjectRef, details: text };
    const hash = hashOf(head.hash, entry);
    await tx.run(queries.insertEntry, [communityId, number, at, action, actorRef, subjectRef, text, hash]);
    await tx.run(queries.moveHead, [communityId, number, hash]);
  };
}

export type Audit = ReturnType<typeof createAudit>;

export function createAudit({ database, clock, communities }: AuditParts) {
  const record = createRecord(clock);

  async function previousHash(communityId: string, number: number): Promise<Buffer | null> {
    if (number <= 1) return beginning;
    return (await database.row(queries.findHash, [communityId, number - 1]))?.hash ?? null;
  }

  return {
    record,

    /** Admin or auditor of the community, the newest first. */
    async listAuditEntries({
      communityId,
      cursor,
      limit = pageLimits.default,
    }: InputOf<typeof listAuditEntriesSchemas>): Promise<Page> {
      const before = cursor === undefined ? lastNumber : Number(decodeCursor(cursor, 1)[0]);
      if (!Number.isInteger(before) || before > lastNumber) {
        throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
      }
      const timeZone = await communities.timeZoneOf(database, communityId);
      const rows = await database.rows(queries.listEntries, [communityId, before, limit + 1]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => entryOf(row, timeZone)),
        nextCursor: rows.length > page.length && last ? encodeCursor([last.number]) : null,
      };
    },

    /** Admin or auditor of the community; written down itself. */
    async exportAuditLog({ communityId, from, to }: ExportInput, asker: Asker): Promise<ExportAnswer> {
      if (from > to) throw refuse(problems.invalid_input, { fields: { to: '不能早于开始日期' } });
      const timeZone = await communities.timeZoneOf(database, communityId);
      const startOf = (localMs: number) => new Date(instantOf(timeZone, localMs));
      const [start, end] = [startOf(Date.parse(from)), startOf(Date.parse(to) + dayMs)];
      await database.transaction((tx) =>
        record(tx, { communityId, actorId: asker.personId, action: 'audit_exported', details: { from, to } }),
      );
      const most = auditLimits.exportEntries;
      const rows = await database.rows(queries.listFrom, [communityId, start, end, most]);
      const chained = rows.map((row) => ({ ...row, communityId }));
      const [oldest, ...rest] = chained;
      const previous = await previousHash(communityId, oldest?.number ?? 1);
      // Before the oldest entry kept there is nothing left to compare with: the chain is judged from it on.
      const broken = previous ? firstBroken(previous, chained) : firstBroken(oldest?.hash ?? beginning, rest);
      const last = rows.at(-1);
      return {
        communityId,
        from,
        to,
        isIntact: broken === null,
        firstBroken: broken,
        previousHash: previous?.toString('hex') ?? null,
        entries: rows.map((row) => entryOf(row, timeZone)),
        nextFrom: rows.length === most && last ? localDate(timeZone, last.at) : null,
      };
    },
  };
}
