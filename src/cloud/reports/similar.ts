import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import { reportLimits, reportProblems, similarRadiusM, type SimilarReport } from '../../contract/reports';
import type { suggestDuplicatesSchemas } from '../../contract/reports.schema';
import type { Asker } from '../platform/asker';
import { metresBetween, type Point } from '../platform/distance';
import { dayMs, localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as follows from './follow-queries';
import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { ReportsParts } from './service';
import { listNear, suggestedStates } from './similar-queries';
import type { Views } from './views';

const metresPerDegree = 111_195;

/** Corners of a box that holds everything within so many metres, as the database writes points. */
function boxAround({ lat, lng }: Point, metres: number): [string, string] {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return [`(${lng - wide},${lat - high})`, `(${lng + wide},${lat + high})`];
}

/** Whether it is shown to others who report the same: looked at, and not at its end. */
export const isSuggested = ({ isSeen, state }: ReportRecord): boolean =>
  isSeen && suggestedStates.includes(state);

const byTens = (metres: number) => Math.round(metres / 10) * 10;

/** What others reported already. */
export function createSimilar({ database, clock, communities, views }: ReportsParts & { views: Views }) {
  async function shown(
    communityId: string,
    near: readonly (ReportRecord & { metres: number })[],
    personId: string,
  ): Promise<SimilarReport[]> {
    const ids = near.map(({ id }) => id);
    const { timeZone } = await communities.describe(database, communityId);
    const hazards = await database.rows(queries.listHazardPhotos, [communityId, ids]);
    const photos = await views.photosById(
      database,
      communityId,
      hazards.map(({ mediaId }) => mediaId),
    );
    const counted = await database.rows(follows.countFollowers, [communityId, ids, personId]);
    const followed = new Set(counted.filter((one) => one.isFollowed).map(({ reportId }) => reportId));
    return near.map((report) => ({
      id: report.id,
      number: report.number,
      category: report.category,
      state: report.state,
      distanceM: byTens(report.metres),
      placeText: report.placeText,
      photos: hazards
        .filter(({ reportId }) => reportId === report.id)
        .flatMap(({ mediaId }) => photos.get(mediaId) ?? []),
      submittedAt: localIso(timeZone, report.submittedAt.getTime()),
      isFollowed: followed.has(report.id),
    }));
  }

  return {
    /** A member of the community, before sending: the nearest first. */
    async suggestDuplicates(
      { communityId, category, lat, lng }: InputOf<typeof suggestDuplicatesSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof suggestDuplicatesSchemas>> {
      const radiusM = similarRadiusM[category];
      const since = new Date(clock.now().getTime() - reportLimits.similarDays * dayMs);
      const box = boxAround({ lat, lng }, radiusM);
      const values = [communityId, category, ...box, since, suggestedStates, personId];
      const near = (await database.rows(listNear, values))
        .map((report) => {
          const place = { lat: report.position.y, lng: report.position.x };
          return { ...report, metres: metresBetween({ lat, lng }, place) };
        })
        .filter(({ metres }) => metres <= radiusM)
        .sort((a, b) => a.metres - b.metres)
        .slice(0, reportLimits.similar);
      return { items: await shown(communityId, near, personId) };
    },
  };
}

/** Following what others reported. */
export function createFollowing({ database, clock }: Pick<ReportsParts, 'database' | 'clock'>) {
  return {
    /** A member of the community, of what is suggested; again changes nothing. */
    async followReport({ reportId }: { reportId: string }, { personId, roles }: Asker): Promise<undefined> {
      const report = await database.row(queries.findById, [reportId]);
      if (!report || !roles.has(report.communityId)) throw refuse(problems.not_found);
      if (report.reporterId === personId) throw refuse(reportProblems.report_own);
      if (!isSuggested(report)) throw refuse(problems.not_found);
      await database.run(follows.follow, [report.communityId, reportId, personId, clock.now()]);
    },

    /** A signed-in person; again changes nothing. */
    async unfollowReport({ reportId }: { reportId: string }, { personId }: Asker): Promise<undefined> {
      const report = await database.row(queries.findById, [reportId]);
      if (!report) throw refuse(problems.not_found);
      await database.run(follows.unfollow, [report.communityId, reportId, personId]);
    },
  };
}
