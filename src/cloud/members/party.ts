import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { PartyReport } from '../../contract/members';
import type { listPartyReportsSchemas, reportInSchemas } from '../../contract/members.schema';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './party-queries';
import { createPartyReports, type OpenReport } from './party-reports';
import type { MembersParts } from './service';

function startOf(cursor: string | undefined): readonly [Date | string, Buffer] {
  if (cursor === undefined) return ['-infinity', Buffer.alloc(0)];
  const [at, index = ''] = decodeCursor(cursor, 2);
  const reportedAt = new Date(Number(at));
  if (!Number.isNaN(reportedAt.getTime())) return [reportedAt, Buffer.from(index, 'base64url')];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

function shown({ branch, reportedAt }: OpenReport, timeZone: string): PartyReport {
  return { branch, reportedAt: localIso(timeZone, reportedAt.getTime()) };
}

type Reports = ReturnType<typeof createPartyReports>;

function createMine({ database, clock, communities, consents }: MembersParts, reports: Reports) {
  return {
    /** A member, their own. */
    async getMyPartyReport({ communityId }: { communityId: string }, { personId }: Asker) {
      const report = await reports.find(database, communityId, personId);
      const timeZone = await communities.timeZoneOf(database, communityId);
      return { report: report && shown(report, timeZone) };
    },

    /** A member, their own; the consent is given with it. A second report changes the first. */
    async reportIn(
      { communityId, branch, noticeVersion }: InputOf<typeof reportInSchemas>,
      { personId }: Asker,
    ): Promise<PartyReport> {
      return database.transaction(async (tx) => {
        await consents.give(tx, personId, 'party_report_in', noticeVersion);
        const report = { personId, branch: branch.trim(), reportedAt: clock.now() };
        return shown(
          await reports.put(tx, communityId, report),
          await communities.timeZoneOf(tx, communityId),
        );
      });
    },

    /** A member, their own, and the consent with it. */
    async removeMyPartyReport(
      { communityId }: { communityId: string },
      { personId }: Asker,
    ): Promise<undefined> {
      await database.transaction(async (tx) => {
        await reports.remove(tx, communityId, personId);
        await consents.withdraw(tx, personId, 'party_report_in');
      });
    },
  };
}

function createPartyDesk({ database, communities, people, audit }: MembersParts, reports: Reports) {
  return {
    /** The community's organiser; the look is written down. */
    async listPartyReports(
      { communityId, cursor, limit = pageLimits.default }: InputOf<typeof listPartyReportsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listPartyReportsSchemas>> {
      return database.transaction(async (tx) => {
        const rows = await tx.rows(queries.list, [communityId, ...startOf(cursor), limit + 1]);
        const page = rows.slice(0, limit);
        const last = page.at(-1);
        const opened = page.map((row) => reports.open(communityId, row));
        const known = await people.describePeople(
          tx,
          opened.map(({ personId }) => personId),
        );
        const timeZone = await communities.timeZoneOf(tx, communityId);
        const details = { count: page.length };
        const look = {
          communityId,
          actorId: asker.personId,
          action: 'party_reports_listed',
          details,
        } as const;
        await audit.record(tx, look);
        return {
          items: opened.flatMap((report) => {
            const person = known.get(report.personId);
            return person ? [{ person, ...shown(report, timeZone) }] : [];
          }),
          nextCursor:
            rows.length > page.length && last
              ? encodeCursor([last.reportedAt.getTime(), last.holderIndex.toString('base64url')])
              : null,
        };
      });
    },

    /** Staff, organiser, admin or auditor: a total. */
    async countPartyReports({ communityId }: { communityId: string }) {
      return { total: (await database.row(queries.count, [communityId]))?.total ?? 0 };
    },
  };
}

/** Party members who report in: by their own word, kept by their own consent, read by the organiser alone. */
export function createParty(parts: MembersParts) {
  const reports = createPartyReports(parts.sealing);
  return { ...createMine(parts, reports), ...createPartyDesk(parts, reports) };
}
