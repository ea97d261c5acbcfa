import type { ServedRecord, ServiceCorrection, ServiceRecord } from '../../contract/service-records';
import { serviceLimits } from '../../contract/service-records';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { dayMs, localDate, localIso } from '../platform/local-time';
import { policy } from '../policy';
import * as corrections from './correction-queries';
import type { RecordRow } from './queries';
import type { ServiceRecordsParts } from './service';
import { volunteerNumber } from './texts';

/** Whether somebody does the community's desk work; an auditor only looks. */
export const isStaff = (asker: Asker, communityId: string): boolean =>
  policy.exportServiceRecords.allows(asker.roles.get(communityId));

export type Shown = ReturnType<typeof createShown>;

/** Rows as the contract has them. */
export function createShown({ clock, communities }: Pick<ServiceRecordsParts, 'clock' | 'communities'>) {
  function correctionOf(row: corrections.CorrectionRow, timeZone: string): ServiceCorrection {
    const { id, state, wasMinutes, proposedMinutes, reason, grantedMinutes, reply, version } = row;
    const { askedAt, decidedAt } = row;
    const iso = (at: Date) => localIso(timeZone, at.getTime());
    const known = { id, state, wasMinutes, proposedMinutes, reason, grantedMinutes, reply, version };
    return { ...known, askedAt: iso(askedAt), decidedAt: decidedAt && iso(decidedAt) };
  }

  async function shownOf(from: Queries, communityId: string, rows: readonly RecordRow[]) {
    const { name, timeZone } = await communities.describe(from, communityId);
    const ids = rows.map(({ id }) => id);
    const last = ids.length ? await from.rows(corrections.listLast, [communityId, ids]) : [];
    const byRecord = new Map(last.map((row) => [row.recordId, row]));
    const oldest = localDate(
      timeZone,
      new Date(clock.now().getTime() - serviceLimits.correctionDays * dayMs),
    );
    const records = rows.map((row): ServiceRecord => {
      const { id, activityId, kind, content, place, servedOn, minutes, isByPlan, recorder, version } = row;
      const correction = byRecord.get(id);
      return {
        ...{ id, activityId, kind, content, place, servedOn, minutes, isByPlan, recorder, version },
        grade: row.grade,
        gradeWords: row.gradeWords,
        correction: correction ? correctionOf(correction, timeZone) : null,
        can: { askCorrection: correction?.state !== 'asked' && servedOn >= oldest },
      };
    });
    return { records, name };
  }

  return {
    correctionOf,

    /** To whom they are. */
    async own(from: Queries, communityId: string, rows: readonly RecordRow[]): Promise<ServiceRecord[]> {
      return (await shownOf(from, communityId, rows)).records;
    },

    /** To who led them, or to staff. */
    async served(
      from: Queries,
      communityId: string,
      rows: readonly RecordRow[],
      asker: Asker,
    ): Promise<ServedRecord[]> {
      const { records, name } = await shownOf(from, communityId, rows);
      const mayAll = isStaff(asker, communityId);
      return rows.flatMap((row, index) => {
        const record = records[index];
        if (!record) return [];
        const { personId, nickname, volunteerNumber: number, recorderId } = row;
        const volunteer =
          personId && nickname !== null && number !== null
            ? { personId, nickname, number: volunteerNumber(name, number) }
            : null;
        const isOther = personId !== null && personId !== asker.personId;
        const grade = isOther && (mayAll || recorderId === asker.personId);
        return { ...record, volunteer, can: { askCorrection: false, grade } };
      });
    },
  };
}
