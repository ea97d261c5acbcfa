import { mediaProblems, type MediaPurpose } from '../../contract/media';
import {
  reportProblems,
  type ReportAction,
  type ReportActor,
  type ReportPhotoKind,
  type ReportState,
} from '../../contract/reports';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import { Refusal, refuse } from '../platform/refusal';
import * as queries from './queries';
import type { ReportsParts } from './service';

/** Published with every line of a history: `{ communityId, reportId, entryId }`. */
export const reportMoved = 'reports.moved';

export interface ReportIds {
  communityId: string;
  reportId: string;
}

/** Who does something, as what; nobody where it is the system. */
export interface Doer {
  as: ReportActor;
  personId: string | null;
}

/** What a line of a history says besides who did what. */
export interface Said {
  words?: string | null;
  receiver?: string | null;
  until?: Date | null;
  photos?: readonly { kind: ReportPhotoKind; mediaIds: readonly string[] }[];
  /** For the desk alone. */
  isInternal?: boolean;
}

export interface Line extends Said {
  action: ReportAction;
  from: ReportState | null;
  to: ReportState | null;
  by: Doer;
  departmentId?: string | null;
  /** Whether others wait until it has been looked at. */
  isScreened?: boolean;
}

const purposeOf: Record<ReportPhotoKind, MediaPurpose> = {
  report: 'report',
  answer: 'report',
  before: 'after',
  after: 'after',
  verification: 'verification',
};

export type History = ReturnType<typeof createHistory>;

/** Lines are appended, with their photos, and told of in the outbox; none is changed. */
export function createHistory({ clock, media }: Pick<ReportsParts, 'clock' | 'media'>) {
  async function claim(
    tx: Queries,
    { communityId, reportId }: ReportIds,
    personId: string,
    { kind, mediaIds }: NonNullable<Said['photos']>[number],
  ): Promise<void> {
    const subject = { kind: 'report', id: reportId };
    try {
      await media.claim(tx, { communityId, personId, purpose: purposeOf[kind], ids: mediaIds, subject });
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === mediaProblems.photo_gone.code)
        throw refuse(reportProblems.report_photo_unknown);
      throw error;
    }
  }

  return {
    /** @returns the line's id. */
    async append(tx: Queries, ids: ReportIds, line: Line): Promise<string> {
      const { communityId, reportId } = ids;
      const { action, from, to, by, photos = [] } = line;
      const entryId = newId();
      await tx.run(queries.insertEntry, [
        ...[communityId, reportId, entryId, action, from, to, by.as, by.personId, line.departmentId ?? null],
        ...[line.receiver ?? null, line.until ?? null, line.words ?? null, line.isInternal ?? false],
        ...[line.isScreened ? 'waiting' : 'passed', clock.now()],
      ]);
      for (const photo of photos) {
        if (photo.mediaIds.length === 0 || by.personId === null) continue;
        await claim(tx, ids, by.personId, photo);
        await tx.run(queries.insertPhotos, [communityId, reportId, photo.mediaIds, entryId, photo.kind]);
      }
      await publish(tx, { topic: reportMoved, communityId, payload: { communityId, reportId, entryId } });
      return entryId;
    },
  };
}
