import type { AnswerOf } from '../../contract/http';
import { caseLimits } from '../../contract/report-cases';
import type { listPossibleDuplicatesSchemas } from '../../contract/report-cases.schema';
import { reportLimits, similarRadiusM } from '../../contract/reports';
import type { Asker } from '../platform/asker';
import { metresBetween } from '../platform/distance';
import { dayMs } from '../platform/local-time';
import { accessTo } from './case-access';
import * as cases from './case-queries';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import type { ReportIds } from './history';
import { boxAround, finestZoom, rangesOf, squaresIn } from './map-squares';

/** Beyond what riders are asked about: a desk judges by eye. */
const widerThanSuggested = 2;

const likeness = (one: cases.CaseRecord, { category }: cases.CaseRecord) => Number(one.category === category);

/** What may be the same as a case. */
export function createPossibleDuplicates({ database, clock, views }: CasesParts & { views: CaseViews }) {
  return {
    /** Whoever works at a desk, of what they may see: of the same category first, then the nearest. */
    async listPossibleDuplicates(
      ids: ReportIds,
      asker: Asker,
    ): Promise<AnswerOf<typeof listPossibleDuplicatesSchemas>> {
      const { communityId } = ids;
      const { report } = await accessTo(database, ids, asker);
      const at = { lat: report.position.y, lng: report.position.x };
      const radiusM = similarRadiusM[report.category] * widerThanSuggested;
      const { zoom, squares } = squaresIn(boxAround(at, radiusM), finestZoom, finestZoom);
      const { from, before } = rangesOf(squares, zoom);
      const since = new Date(clock.now().getTime() - reportLimits.similarDays * dayMs);
      const found = await database.rows(cases.listNear, [communityId, report.id, from, before, since]);
      const near = found
        .map((one) => ({ one, metres: metresBetween(at, { lat: one.position.y, lng: one.position.x }) }))
        .filter(({ one, metres }) => metres <= radiusM && one.screening === 'passed')
        .sort((a, b) => likeness(b.one, report) - likeness(a.one, report) || a.metres - b.metres)
        .slice(0, caseLimits.duplicates);
      const rows = await views.rowsOf(
        database,
        communityId,
        near.map(({ one }) => one),
      );
      const photos = await views.photosOf(database, communityId, rows);
      return {
        items: rows.map((row, index) => ({
          ...row,
          photos: photos.get(row.id) ?? [],
          distanceM: Math.round(near[index]?.metres ?? 0),
        })),
      };
    },
  };
}
