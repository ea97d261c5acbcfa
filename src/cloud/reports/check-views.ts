import type { GridTask, GridTaskKind } from '../../contract/report-checks';
import { crs } from '../../contract/positions';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import type { ReportRecord } from './queries';
import { nextStepOf } from './views';

interface Found {
  kind: GridTaskKind;
  report: ReportRecord;
  distanceM: number | null;
}

/** What a grid member sees of a report: enough to find the place and to judge. */
export async function taskOf(
  { clock, communities }: CasesParts,
  views: CaseViews,
  from: Queries,
  communityId: string,
  found: readonly Found[],
): Promise<GridTask[]> {
  const timeZone = await communities.timeZoneOf(from, communityId);
  const photosOf = await views.photosOf(
    from,
    communityId,
    found.map(({ report }) => report),
  );
  return found.map(({ kind, report, distanceM }) => {
    const photos = photosOf.get(report.id) ?? [];
    const [photo = null] = photos;
    return {
      id: report.id,
      number: report.number,
      kind,
      category: report.category,
      state: report.state,
      words: report.words,
      placeText: report.placeText,
      position: { lat: report.position.y, lng: report.position.x, crs, accuracyM: report.accuracyM },
      distanceM,
      photos,
      photo,
      dueAt: report.dueAt && localIso(timeZone, report.dueAt.getTime()),
      isOverdue: nextStepOf(report, timeZone, clock.now())?.isOverdue ?? false,
      version: report.version,
    };
  });
}
