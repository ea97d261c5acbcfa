import type { Report } from '../../contract/reports';
import type { Media } from '../media/service';
import type { Queries } from '../platform/database';
import * as cases from './case-queries';
import type { CaseRecord } from './case-queries';
import * as queries from './queries';

type ReportPhoto = Report['photos'][number];

/** Photos of reports, for those who deal with them. */
export function createCasePhotos(media: Pick<Media, 'of'>) {
  async function photosById(from: Queries, communityId: string, ids: readonly string[]) {
    const photos = await media.of(from, communityId, ids);
    return new Map(photos.map((photo) => [photo.id, photo]));
  }

  async function firstPhotosOf(from: Queries, communityId: string, reports: readonly CaseRecord[]) {
    const ids = reports.map(({ id }) => id);
    const first = await from.rows(queries.listFirstPhotos, [communityId, ids]);
    const mediaIds = first.map(({ mediaId }) => mediaId);
    const byId = await photosById(from, communityId, mediaIds);
    return new Map(first.map(({ reportId, mediaId }) => [reportId, byId.get(mediaId) ?? null]));
  }

  /** Those of the hazard and of what was done about it; an answer is between the reporter and the desk. */
  async function photosOf(from: Queries, communityId: string, reports: readonly { id: string }[]) {
    const ids = reports.map(({ id }) => id);
    const known = await from.rows(cases.listPhotos, [communityId, ids]);
    const mediaIds = known.map(({ mediaId }) => mediaId);
    const byId = await photosById(from, communityId, mediaIds);
    const photos = new Map<string, ReportPhoto[]>();
    for (const { reportId, mediaId, kind } of known) {
      const photo = byId.get(mediaId);
      if (photo) photos.set(reportId, [...(photos.get(reportId) ?? []), { ...photo, kind }]);
    }
    return photos;
  }

  return { photosById, firstPhotosOf, photosOf };
}
