import { problems, type InputOf } from '../../contract/http';
import { publicityProblems, type Publicity } from '../../contract/report-figures';
import type { setReportPublicitySchemas } from '../../contract/report-figures.schema';
import type { Audit } from '../audit/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './public-queries';

export type { PublicRecord } from './public-queries';

/** Any of them undefined: not asked. */
export interface PublicFilter {
  categories?: readonly string[];
  submittedFrom?: Date;
  submittedBefore?: Date;
  changedFrom?: Date;
  changedBefore?: Date;
  isClosed?: boolean;
  box?: { west: number; south: number; east: number; north: number };
  limit: number;
  offset: number;
}

interface Parts {
  database: Database;
  clock: Clock;
  audit: Audit;
}

const caseOf = ({ communityId, reportId }: { communityId: string; reportId: string }) => [
  communityId,
  reportId,
];

/** What the public gets to know of reports. */
export function createPublicReports({ database, clock, audit }: Parts) {
  return {
    async getReportPublicity(input: { communityId: string; reportId: string }): Promise<Publicity> {
      const row = await database.row(queries.findPublicity, caseOf(input));
      if (!row) throw refuse(problems.not_found);
      return row;
    },

    /** Staff of the community; written down who decided. */
    async setReportPublicity(
      input: InputOf<typeof setReportPublicitySchemas>,
      { personId }: Asker,
    ): Promise<Publicity> {
      const { communityId, reportId, showsWords, showsReply, mediaIds } = input;
      return database.transaction(async (tx) => {
        const values = [...caseOf(input), showsWords, showsReply, mediaIds, clock.now()];
        const row = await tx.row(queries.setPublicity, values);
        if (!row) throw await refusalOf(tx, input);
        const details = { reportId, showsWords, showsReply, photos: mediaIds.length };
        await audit.record(tx, { communityId, actorId: personId, action: 'report_publicity_set', details });
        return row;
      });
    },

    /** By the day of the change where that is asked, else by the day of sending; the latest first. */
    async listPublic(communityId: string, filter: PublicFilter): Promise<queries.PublicRecord[]> {
      const { box, categories } = filter;
      const isByChange = filter.changedFrom !== undefined || filter.changedBefore !== undefined;
      const statement = isByChange ? queries.listByChange : queries.listBySubmission;
      return database.rows(statement, [
        communityId,
        categories ?? null,
        filter.submittedFrom ?? null,
        filter.submittedBefore ?? null,
        filter.changedFrom ?? null,
        filter.changedBefore ?? null,
        filter.isClosed ?? null,
        box?.west ?? null,
        box?.south ?? null,
        box?.east ?? null,
        box?.north ?? null,
        filter.limit,
        filter.offset,
      ]);
    },

    /** Those among them that are public. */
    findPublic: (communityId: string, numbers: readonly number[]): Promise<queries.PublicRecord[]> =>
      database.rows(queries.findByNumbers, [communityId, numbers]),

    /** Its number, once it is public. */
    async publicNumberOf(communityId: string, reportId: string): Promise<number | null> {
      const row = await database.row(queries.findPublicNumber, [communityId, reportId]);
      return row?.isPublic ? row.number : null;
    },

    /** Whether the photo of the report with this number is shown to the public. */
    async isShown(communityId: string, number: number, mediaId: string): Promise<boolean> {
      return (await database.row(queries.findShownPhoto, [communityId, number, mediaId])) !== undefined;
    },
  };

  async function refusalOf(tx: Queries, input: { communityId: string; reportId: string }) {
    const row = await tx.row(queries.findPublicNumber, caseOf(input));
    if (!row) return refuse(problems.not_found);
    return refuse(row.isPublic ? publicityProblems.photo_not_of_report : publicityProblems.not_public);
  }
}
