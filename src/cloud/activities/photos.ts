import { activityLimits } from '../../contract/activities';
import { activityDeskProblems, type ManagedActivity } from '../../contract/activity-desk';
import type { addActivityPhotosSchemas } from '../../contract/activity-desk.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { leads, mayManage } from './access';
import * as desk from './desk-queries';
import type { DeskViews } from './desk-views';
import { lockActivity, type ActivityIds } from './places';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';

/** Photos of a series are shared by all of it. */
const subjectOf = ({ seriesId, id }: Pick<ActivityRecord, 'seriesId' | 'id'>) =>
  seriesId === null ? { kind: 'activity', id } : { kind: 'activity_series', id: seriesId };

export const mediaIdsOf = async (
  from: Queries,
  { communityId, id }: Pick<ActivityRecord, 'communityId' | 'id'>,
  isAfter = false,
): Promise<string[]> =>
  (await from.rows(queries.listPhotos, [communityId, [id]]))
    .filter((link) => link.isAfter === isAfter)
    .map(({ mediaId }) => mediaId);

type PhotoParts = Pick<ActivitiesParts, 'database' | 'clock' | 'media'>;

/** Puts the photos of an activity in the place of those it had. Those that none shows any more are gone for good. */
export function createPutting({ media }: Pick<PhotoParts, 'media'>) {
  async function dropUnused(tx: Queries, communityId: string, ids: readonly string[]): Promise<void> {
    const unused = await tx.rows(desk.listUnused, [communityId, ids]);
    const mediaIds = unused.map(({ mediaId }) => mediaId);
    await media.remove(tx, communityId, mediaIds);
  }

  return {
    dropUnused,

    async put(
      tx: Queries,
      record: Pick<ActivityRecord, 'communityId' | 'id' | 'seriesId'>,
      mediaIds: readonly string[],
      personId: string,
    ) {
      const { communityId, id } = record;
      const before = await mediaIdsOf(tx, record);
      const added = mediaIds.filter((mediaId) => !before.includes(mediaId));
      const subject = subjectOf(record);
      await media.claim(tx, { communityId, personId, purpose: 'activity', ids: added, subject });
      await tx.run(desk.clearPhotos, [communityId, id]);
      await tx.run(desk.addPhotos, [communityId, id, mediaIds, false, 0]);
      const gone = before.filter((mediaId) => !mediaIds.includes(mediaId));
      await dropUnused(tx, communityId, gone);
    },
  };
}

/** How it was. */
export function createAfterPhotos(parts: PhotoParts, { managed }: DeskViews) {
  const { database, clock, media } = parts;
  const { dropUnused } = createPutting(parts);

  async function demandTheirs(tx: Queries, ids: ActivityIds, asker: Asker): Promise<ActivityRecord> {
    const record = await lockActivity(tx, ids);
    if (!mayManage(asker, ids.communityId) && !leads(asker, record)) throw refuse(problems.forbidden);
    return record;
  }

  return {
    /** Staff, organiser, admin or its leader, once it has begun. */
    async addActivityPhotos(
      { communityId, activityId, mediaIds }: InputOf<typeof addActivityPhotosSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<ManagedActivity> {
      const record = await demandTheirs(tx, { communityId, activityId }, asker);
      const isShown = record.state === 'published' || record.state === 'finished';
      if (!isShown || record.startsAt > clock.now()) throw refuse(activityDeskProblems.activity_state);
      const before = await mediaIdsOf(tx, record, true);
      if (before.length + mediaIds.length > activityLimits.afterPhotos)
        throw refuse(activityDeskProblems.too_many_photos);
      const subject = { kind: 'activity', id: activityId };
      const claimed = {
        communityId,
        personId: asker.personId,
        purpose: 'activity',
        ids: mediaIds,
        subject,
      } as const;
      await media.claim(tx, claimed);
      await tx.run(desk.addPhotos, [communityId, activityId, mediaIds, true, before.length]);
      return managed(tx, record, asker);
    },

    /** Staff, organiser, admin or its leader. */
    async removeActivityPhoto(
      { communityId, activityId, mediaId }: ActivityIds & { mediaId: string },
      asker: Asker,
    ): Promise<undefined> {
      await database.transaction(async (tx) => {
        await demandTheirs(tx, { communityId, activityId }, asker);
        if (!(await tx.run(desk.removeAfterPhoto, [communityId, activityId, mediaId])))
          throw refuse(problems.not_found);
        await dropUnused(tx, communityId, [mediaId]);
      });
    },
  };
}
