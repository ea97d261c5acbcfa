import type { Case } from '../../contract/report-cases';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { workingTimeBetween, type WorkingCalendar } from '../platform/working-time';
import { policy } from '../policy';
import { verdictsOf, type Access } from './case-access';
import * as cases from './case-queries';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import * as queries from './queries';
import { entryOf } from './views';

interface ViewParts extends CasesParts {
  views: CaseViews;
}

/** The history as the desk sees it: who did what, and its own notes. */
function createHistoryView({ people, views }: ViewParts) {
  return async function historyOf(from: Queries, report: cases.CaseRecord, timeZone: string) {
    const { communityId, id } = report;
    const entries = await from.rows(queries.listEntries, [communityId, id]);
    const known = await from.rows(queries.listPhotos, [communityId, id]);
    const byId = await views.photosById(
      from,
      communityId,
      known.map(({ mediaId }) => mediaId),
    );
    const photosOf = (entryId: string) =>
      known.flatMap((one) => {
        const photo = one.entryId === entryId ? byId.get(one.mediaId) : undefined;
        return photo ? [{ ...photo, kind: one.kind }] : [];
      });
    const doers = entries.flatMap(({ by, personId }) => (by === 'reporter' || !personId ? [] : [personId]));
    const named = await people.describePeople(from, doers);
    const shown = entries.map((entry) => {
      const isShown = entry.screening === 'passed';
      const photos = isShown ? photosOf(entry.id) : [];
      return {
        ...entryOf({ ...entry, words: isShown ? entry.words : null }, photos, timeZone),
        person: entry.by === 'reporter' ? null : (named.get(entry.personId ?? '')?.nickname ?? null),
        isInternal: entry.isInternal,
      };
    });
    const photos = shown.flatMap((entry) => entry.photos).filter(({ kind }) => kind === 'report');
    return { entries: shown, photos };
  };
}

function workingMsLeft(
  dueAt: cases.CaseRecord['deskDueAt'],
  now: Date,
  calendar: WorkingCalendar,
): number | null {
  // Without a deadline it is the end of time, a number.
  return dueAt instanceof Date && dueAt > now ? workingTimeBetween(now, dueAt, calendar) : null;
}

/** One case with all that the desk may know of it. */
export function createCaseView(parts: ViewParts) {
  const { people, views } = parts;
  const historyOf = createHistoryView(parts);

  /** Who wanted to be unknown is so to all but those who work for the community. */
  async function reporterOf(
    from: Queries,
    { reporterId, isAnonymous, communityId }: cases.CaseRecord,
    asker: Asker,
  ) {
    const isKnown = !isAnonymous || policy.listMembers.allows(asker.roles.get(communityId));
    if (reporterId === null || !isKnown) return null;
    return (await people.describePeople(from, [reporterId])).get(reporterId) ?? null;
  }

  return async function caseOf(from: Queries, access: Access, asker: Asker): Promise<Case> {
    const { report } = access;
    const { communityId, canonicalId } = report;
    const [row] = await views.rowsOf(from, communityId, [report]);
    if (!row) throw new Error('A case without its row');
    const { timeZone, now, calendar } = await views.momentsOf(from, communityId);
    const { entries, photos } = await historyOf(from, report, timeZone);
    const canonical = canonicalId ? await from.row(queries.find, [communityId, canonicalId]) : undefined;
    const words = entries.findLast(({ action }) => action === 'confirm')?.words ?? null;
    return {
      ...row,
      eventCode: report.eventCode,
      codeVersion: report.codeVersion,
      positionSource: report.positionSource,
      isAnonymous: report.isAnonymous,
      photos,
      entries,
      question: report.question,
      rating: report.stars === null ? null : { stars: report.stars, words },
      canonical: canonical ? { id: canonical.id, number: canonical.number, state: canonical.state } : null,
      reporter: await reporterOf(from, report, asker),
      duplicates: await from.rows(cases.listDuplicates, [communityId, report.id]),
      givenBack: report.givenBack,
      workingMsLeft: workingMsLeft(report.deskDueAt, now, calendar),
      can: verdictsOf(access),
    };
  };
}
