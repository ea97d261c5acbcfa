import type { ReportAction, ReportState } from '../../contract/reports';
import type { CaseNews, ReportNews } from '../notices/service';
import type { Queries } from '../platform/database';
import { momentText } from '../platform/moment-text';
import { oftenGivenBack } from './consequences';
import * as follows from './follow-queries';
import type { ReportIds } from './history';

import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { ReportsParts } from './service';
import * as telling from './telling-queries';
import { categoryNames, numbered } from './texts';

type Told = telling.ToldEntry;

const reportPage = (id: string) => `reports/rider/detail?id=${id}`;
const casePage = (communityId: string, id: string) =>
  `reports/desk/case?communityId=${communityId}&reportId=${id}`;

/** A grid member has no desk: where what is given to them is done. */
const taskPage = (communityId: string, id: string) =>
  `reports/grid/task?communityId=${communityId}&id=${id}&kind=assigned`;

const newsOfAction: Partial<Record<ReportAction, ReportNews>> = {
  assign: 'assigned',
  recategorise: 'recategorised',
  accept: 'accepted',
  give_back: 'given_back',
  ask: 'asked',
  schedule: 'scheduled',
  transfer: 'transferred',
  resume: 'resumed',
  resolve: 'resolved',
  reject: 'rejected',
  refer: 'not_our_remit',
  merge: 'duplicate',
  reopen: 'reopened',
  decline_reopening: 'not_reopened',
};

/** What those who follow it hear of; the rest is between the reporter and the desk. */
const ofFollowers: readonly ReportNews[] = [
  'accepted',
  'scheduled',
  'transferred',
  'resolved',
  'rejected',
  'not_our_remit',
  'duplicate',
  'reopened',
];

const newsOf = ({ action, to }: Told): ReportNews | undefined => {
  if (action === 'lapse') return to === 'confirmed' ? 'unconfirmed' : 'unanswered';
  return newsOfAction[action];
};

const whoOf: Partial<Record<ReportAction, (entry: Told) => string | null>> = {
  assign: ({ department }) => department,
  give_back: ({ department }) => department,
  transfer: ({ receiver }) => receiver,
  refer: ({ receiver }) => receiver,
};

/** Who deals with it hears of these. */
const toAssignee: Partial<Record<ReportAction, CaseNews>> = {
  assign: 'assigned',
  reopen: 'assigned',
  answer: 'answered',
};

/** Where the report still is when it is told of. */
const isStill = (report: ReportRecord, state: ReportState | null) => report.state === state;

type TellingParts = Pick<ReportsParts, 'communities' | 'notify'>;

function createFacts({ communities }: TellingParts) {
  return async function factsOf(tx: Queries, report: ReportRecord, dueAt: Date | null) {
    const timeZone = await communities.timeZoneOf(tx, report.communityId);
    const what = categoryNames[report.category];
    return { number: report.number, what, when: dueAt && momentText(timeZone, dueAt) };
  };
}

interface DeskNews {
  news: CaseNews;
  words: string | null;
  /** Who did it knows. */
  except: string | null;
  page?: typeof casePage;
}

const pageOfAssignee = ({ gridMembershipId }: ReportRecord) =>
  gridMembershipId === null ? casePage : taskPage;

/** To who works here. */
function createTellingDesk(parts: TellingParts) {
  const { notify } = parts;
  const factsOf = createFacts(parts);

  async function tellDesk(
    tx: Queries,
    report: ReportRecord,
    people: readonly { personId: string }[],
    { news, words, except, page = casePage }: DeskNews,
  ): Promise<void> {
    const { communityId, id } = report;
    const values = { news, words, ...(await factsOf(tx, report, report.dueAt)) };
    const link = page(communityId, id);
    for (const { personId } of people)
      if (personId !== except) await notify(tx, { personId, communityId, kind: 'case', values, link });
  }

  const assigneesOf = (tx: Queries, { communityId, departmentId, gridMembershipId }: ReportRecord) =>
    tx.rows(telling.listAssignees, [communityId, departmentId, gridMembershipId]);

  return {
    /** Those of a rung of the ladder; where nobody deals with it yet, staff. */
    async tellOverdue(
      tx: Queries,
      report: ReportRecord,
      audience: 'assignee' | 'staff' | 'organiser',
    ): Promise<void> {
      const { communityId } = report;
      const assignees = audience === 'assignee' ? await assigneesOf(tx, report) : [];
      const staff = async () => tx.rows(telling.listStaff, [communityId]);
      const others = audience === 'organiser' ? await tx.rows(telling.listSupervisors, [communityId]) : [];
      const people = assignees.length > 0 ? assignees : others.length > 0 ? others : await staff();
      const page = assignees.length > 0 ? pageOfAssignee(report) : casePage;
      await tellDesk(tx, report, people, { news: 'overdue', words: null, except: null, page });
    },

    /** Who deals with it, and who decides. */
    async tellThoseWhoDecide(tx: Queries, report: ReportRecord, entry: Told): Promise<void> {
      const { action, personId: except, words } = entry;
      const news = toAssignee[action];
      const page = pageOfAssignee(report);
      if (news)
        await tellDesk(tx, report, await assigneesOf(tx, report), { news, words: null, except, page });
      const supervisors = async () => tx.rows(telling.listSupervisors, [report.communityId]);
      if (action === 'ask_to_reopen')
        await tellDesk(tx, report, await supervisors(), { news: 'reopening', words: null, except });
      if (action === 'give_back' && report.givenBack >= oftenGivenBack)
        await tellDesk(tx, report, await supervisors(), { news: 'given_back_again', words, except });
    },
  };
}

/** To who reported it and who follows it. */
function createTellingReporters(parts: TellingParts) {
  const { notify } = parts;
  const factsOf = createFacts(parts);
  return {
    async tellReporters(tx: Queries, report: ReportRecord, entry: Told): Promise<void> {
      const news = newsOf(entry);
      if (!news) return;
      const { communityId, id, reporterId, canonicalId } = report;
      const canonical = canonicalId && (await tx.row(queries.find, [communityId, canonicalId]));
      const who = canonical ? numbered(canonical.number) : (whoOf[entry.action]?.(entry) ?? null);
      const facts = await factsOf(tx, report, isStill(report, entry.to) ? report.dueAt : null);
      const values = { news, who, words: entry.words, ...facts };
      const followers = ofFollowers.includes(news)
        ? await tx.rows(follows.listFollowers, [communityId, id])
        : [];
      const people = new Set([
        ...(reporterId ? [reporterId] : []),
        ...followers.map(({ personId }) => personId),
      ]);
      if (entry.personId !== null) people.delete(entry.personId);
      for (const personId of people) {
        const isOwn = personId === reporterId;
        const told = { personId, communityId, values: { ...values, isOwn }, link: reportPage(id) };
        await notify(tx, { kind: 'report', ...told });
      }
    },

    /** The reporter alone: what they added is not shown, and why. */
    async tellWithheld(tx: Queries, report: ReportRecord, reason: string | null): Promise<void> {
      const { communityId, reporterId: personId, id } = report;
      if (personId === null) return;
      const facts = await factsOf(tx, report, null);
      const values = { news: 'withheld', who: null, words: reason, isOwn: true, ...facts } as const;
      await notify(tx, { personId, communityId, kind: 'report', values, link: reportPage(id) });
    },
  };
}

/** Tells people of reports; in the job that follows a move, so that many followers keep nobody waiting. */
export function createTelling(parts: TellingParts) {
  const desk = createTellingDesk(parts);
  const reporters = createTellingReporters(parts);
  return {
    tellWithheld: reporters.tellWithheld,
    tellOverdue: desk.tellOverdue,

    /** What one line of a history tells whom. */
    async tellOf(tx: Queries, { communityId, reportId }: ReportIds, entryId: string): Promise<void> {
      const entry = await tx.row(telling.findEntry, [communityId, reportId, entryId]);
      const report = await tx.row(queries.find, [communityId, reportId]);
      if (!entry || !report) return;
      await reporters.tellReporters(tx, report, entry);
      await desk.tellThoseWhoDecide(tx, report, entry);
    },
  };
}
