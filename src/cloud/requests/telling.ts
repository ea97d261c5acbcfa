import type { RequestAction } from '../../contract/requests';
import type { RequestCaseNews, RequestNews } from '../notices/service';
import type { Queries } from '../platform/database';
import { momentText } from '../platform/moment-text';
import type { RequestIds } from './history';
import * as queries from './queries';
import type { RequestRecord } from './queries';
import type { RequestsParts } from './service';
import * as telling from './telling-queries';

const requestPage = (id: string) => `requests/rider/detail?id=${id}`;
const casePage = (communityId: string, id: string) =>
  `requests/desk/case?communityId=${communityId}&requestId=${id}`;

const newsOfAction: Partial<Record<RequestAction, RequestNews>> = {
  accept: 'accepted',
  assign: 'assigned',
  return: 'returned',
  ask: 'asked',
  answer: 'answered',
};

const newsOf = ({ action, to }: telling.ToldEntry): RequestNews | undefined => {
  if (action === 'lapse') return to === 'rated' ? 'lapsed' : 'unanswered';
  return newsOfAction[action];
};

const categoriesPage = (communityId: string) => `requests/desk/categories?communityId=${communityId}`;

/** Who deals with it hears of these. */
const toHandler: Partial<Record<RequestAction, RequestCaseNews>> = {
  submit: 'new',
  assign: 'assigned',
  reply: 'replied',
  follow_up: 'followed_up',
  reopen: 'reopened',
  withdraw: 'withdrawn',
};

type TellingParts = Pick<RequestsParts, 'communities' | 'notify'>;

/**
 * To who deals with it. A notice never says what a request is about: it may be seen on a phone that lies on a table, and
 * of a confidential one nobody hears who does not read it.
 */
function createTellingDesk({ communities, notify }: TellingParts) {
  /** Whom it was given to, else those of the department or of the list; staff where there is nobody. */
  async function handlersOf(tx: Queries, request: RequestRecord): Promise<telling.Told[]> {
    const { communityId, categoryId, isConfidential, departmentId, officerId } = request;
    const all = isConfidential
      ? await tx.rows(telling.listReaders, [communityId, categoryId])
      : departmentId === null
        ? []
        : await tx.rows(telling.listOfficers, [communityId, departmentId]);
    const given = all.filter(({ personId }) => personId === officerId);
    if (given.length > 0) return given;
    return all.length > 0 || isConfidential ? all : tx.rows(telling.listStaff, [communityId]);
  }

  async function tellDesk(
    tx: Queries,
    request: RequestRecord,
    people: readonly telling.Told[],
    news: RequestCaseNews,
    except: string | null,
  ): Promise<void> {
    const { communityId, id, number, dueAt } = request;
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const values = { news, number, when: dueAt && momentText(timeZone, dueAt) };
    const told = { communityId, values, link: casePage(communityId, id) };
    for (const { personId } of people)
      if (personId !== except) await notify(tx, { kind: 'request_case', personId, ...told });
  }

  async function tellUnread(tx: Queries, communityId: string): Promise<void> {
    const values = { news: 'unread', number: null, when: null } as const;
    const told = { kind: 'request_case', communityId, values, link: categoriesPage(communityId) } as const;
    for (const { personId } of await tx.rows(telling.listSupervisors, [communityId]))
      await notify(tx, { ...told, personId });
  }

  return {
    /**
     * Those of a rung of the ladder; of a confidential one its readers on every rung, and where there are none whoever can
     * name some, without being told which it is.
     */
    async tellOverdue(
      tx: Queries,
      request: RequestRecord,
      audience: 'assignee' | 'staff' | 'organiser',
    ): Promise<void> {
      const { communityId, isConfidential } = request;
      const isHandlers = isConfidential || audience === 'assignee';
      const above = audience === 'organiser' ? telling.listSupervisors : telling.listStaff;
      const people = isHandlers ? await handlersOf(tx, request) : await tx.rows(above, [communityId]);
      if (isConfidential && people.length === 0) return tellUnread(tx, communityId);
      await tellDesk(tx, request, people, 'overdue', null);
    },

    async tellHandlers(tx: Queries, request: RequestRecord, entry: telling.ToldEntry): Promise<void> {
      const { action, personId: except } = entry;
      if (action === 'return') {
        const { communityId, isConfidential } = request;
        const people = isConfidential
          ? await handlersOf(tx, request)
          : await tx.rows(telling.listStaff, [communityId]);
        return tellDesk(tx, request, people, 'returned', except);
      }
      const news = toHandler[action];
      if (news) await tellDesk(tx, request, await handlersOf(tx, request), news, except);
    },
  };
}

/** Tells people of requests; in the job that follows a move. */
export function createTelling(parts: TellingParts) {
  const { communities, notify } = parts;
  const desk = createTellingDesk(parts);

  async function tellRequester(tx: Queries, request: RequestRecord, entry: telling.ToldEntry): Promise<void> {
    const { communityId, id, requesterId: personId, number, isConfidential } = request;
    const news = newsOf(entry);
    if (!news || personId === null || personId === entry.personId) return;
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const dueAt = request.state === entry.to ? request.dueAt : null;
    const who = isConfidential ? null : entry.department;
    const values = { news, number, who, when: dueAt && momentText(timeZone, dueAt) };
    await notify(tx, { kind: 'request', personId, communityId, values, link: requestPage(id) });
  }

  return {
    tellOverdue: desk.tellOverdue,

    /** What one line of a history tells whom. */
    async tellOf(tx: Queries, { communityId, requestId }: RequestIds, entryId: string): Promise<void> {
      const entry = await tx.row(telling.findEntry, [communityId, requestId, entryId]);
      const request = await tx.row(queries.find, [communityId, requestId]);
      if (!entry || !request) return;
      await tellRequester(tx, request, entry);
      await desk.tellHandlers(tx, request, entry);
    },
  };
}
