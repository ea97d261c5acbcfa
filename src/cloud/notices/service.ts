import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import {
  noticeKinds,
  noticeProblems,
  type Delivery,
  type Notice,
  type NoticePreferences,
} from '../../contract/notices';
import type {
  listDeliveriesSchemas,
  listMyNoticesSchemas,
  recordPushPermissionsSchemas,
  setNoticePreferencesSchemas,
} from '../../contract/notices.schema';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { dayMs, localIso } from '../platform/local-time';
import type { Log } from '../platform/log';
import { refuse } from '../platform/refusal';
import type { Settings } from '../platform/settings';
import type { MiniProgram } from '../platform/wechat/mini-program';
import { policy } from '../policy';
import { createNotify } from './notify';
import * as queries from './queries';
import { createSending } from './sending';

export { noticesPersonalData } from './personal-data';
export type { Notify } from './notify';
export type { ConsultationNews } from './consultation-texts';
export type { CaseNews, ReportNews } from './texts';
export type { RequestCaseNews, RequestNews } from './request-texts';
export type { ActivityNews } from './activity-texts';

interface NoticesParts {
  database: Database;
  clock: Clock;
  log: Log;
  settings: Pick<Settings, 'subscribeTemplates'>;
  miniProgram: MiniProgram | null;
  audit: Audit;
  communities: Communities;
}

/** After every id there is. */
const beyond = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const countedDays = 30;

function startOf(cursor: string | undefined): string {
  if (cursor === undefined) return beyond;
  const [id = ''] = decodeCursor(cursor, 1);
  if (idPattern.test(id)) return id;
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > page.length && last ? encodeCursor([last.id]) : null };
}

const noticeOf = ({ createdAt, readAt, ...row }: queries.NoticeRow): Notice => ({
  ...row,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

const stuck = new Set(['no_permission', 'refused', 'unknown', 'given_up']);

export type Notices = ReturnType<typeof createNotices>;

export function createNotices(parts: NoticesParts) {
  return {
    /** For other concepts, in their transaction. */
    notify: createNotify(parts),
    sendDue: createSending(parts),
    ...createInbox(parts),
    ...createPreferences(parts),
    ...createDeliveries(parts),
  };
}

function createInbox({ database, clock }: NoticesParts) {
  const countUnread = async (personId: string) => ({
    unread: (await database.row(queries.countUnread, [personId]))?.unread ?? 0,
  });

  return {
    /** A signed-in person, their own, the newest first. */
    async listMyNotices(
      { cursor, limit = pageLimits.default }: InputOf<typeof listMyNoticesSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyNoticesSchemas>> {
      const rows = await database.rows(queries.listMine, [personId, startOf(cursor), limit + 1]);
      const { page, nextCursor } = pageOf(rows, limit);
      return { items: page.map(noticeOf), nextCursor };
    },

    /** A signed-in person. */
    countUnreadNotices: ({ personId }: Asker) => countUnread(personId),

    /** A signed-in person; ids of others change nothing. */
    async readNotices({ noticeIds }: { noticeIds?: string[] }, { personId }: Asker) {
      await database.run(queries.markRead, [personId, noticeIds ?? null, clock.now()]);
      return countUnread(personId);
    },
  };
}

function createPreferences({ database, settings }: NoticesParts) {
  const { subscribeTemplates: templates } = settings;

  async function describe(from: Queries, personId: string): Promise<NoticePreferences> {
    const row = await from.row(queries.findPreferences, [personId]);
    if (!row) throw refuse(problems.unauthenticated);
    const { notPushed, quietFrom, quietTo, permissions } = row;
    return {
      kinds: noticeKinds.map((kind) => {
        const template = templates[kind]?.templateId ?? null;
        const permissionsLeft = template === null ? 0 : (permissions[template] ?? 0);
        return { kind, isPushed: !notPushed.includes(kind), template, permissionsLeft };
      }),
      quietHours: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
    };
  }

  return {
    /** A signed-in person, their own. */
    getNoticePreferences: ({ personId }: Asker) => describe(database, personId),

    /** A signed-in person, their own. What is not named stays. */
    async setNoticePreferences(
      { kinds = [], quietHours }: InputOf<typeof setNoticePreferencesSchemas>,
      { personId }: Asker,
    ): Promise<NoticePreferences> {
      const named = (isPushed: boolean) =>
        kinds.filter((one) => one.isPushed === isPushed).map(({ kind }) => kind);
      await database.run(queries.setPreferences, [
        personId,
        named(true),
        named(false),
        quietHours !== undefined,
        quietHours?.from ?? null,
        quietHours?.to ?? null,
      ]);
      return describe(database, personId);
    },

    /** A signed-in person. An `accept` allows one more, a `ban` none that was allowed before. */
    async recordPushPermissions(
      { answers }: InputOf<typeof recordPushPermissionsSchemas>,
      { personId }: Asker,
      tx: Queries,
    ): Promise<NoticePreferences> {
      const known = new Set(Object.values(templates).map(({ templateId }) => templateId));
      const at = answers.findIndex(({ template }) => !known.has(template));
      if (at >= 0) {
        throw refuse(problems.invalid_input, { fields: { [`answers.${at}.template`]: '没有这个消息模板' } });
      }
      for (const { template, answer } of answers) {
        if (answer === 'accept') await tx.run(queries.addPermission, [personId, template]);
        if (answer === 'ban') await tx.run(queries.clearPermissions, [personId, template]);
      }
      return describe(tx, personId);
    },
  };
}

function createDeliveries({ database, clock, audit, communities }: NoticesParts) {
  const deliveryOf = (
    row: queries.DeliveryRow,
    asker: Asker,
    communityId: string,
    zone: string,
  ): Delivery => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    errorCode: row.errorCode,
    createdAt: localIso(zone, row.createdAt.getTime()),
    dueAt: localIso(zone, row.dueAt.getTime()),
    can: { retry: stuck.has(row.state) && policy.retryDelivery.allows(asker.roles.get(communityId)) },
  });

  return {
    /** Admin or auditor of the community: states and counts, nobody's name. */
    async listDeliveries(
      { communityId, state, cursor, limit = pageLimits.default }: InputOf<typeof listDeliveriesSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listDeliveriesSchemas>> {
      const zone = await communities.timeZoneOf(database, communityId);
      const values = [communityId, state ?? null, startOf(cursor), limit + 1];
      const { page, nextCursor } = pageOf(await database.rows(queries.listDeliveries, values), limit);
      const since = new Date(clock.now().getTime() - countedDays * dayMs);
      const counted = await database.rows(queries.countDeliveries, [communityId, since]);
      return {
        items: page.map((row) => deliveryOf(row, asker, communityId, zone)),
        nextCursor,
        counts: Object.fromEntries(counted.map((row) => [row.state, row.count])),
      };
    },

    /** Admin of the community; written to the audit log. */
    async retryDelivery(
      { communityId, deliveryId }: { communityId: string; deliveryId: string },
      asker: Asker,
    ): Promise<Delivery> {
      return database.transaction(async (tx) => {
        const zone = await communities.timeZoneOf(tx, communityId);
        const row = await tx.row(queries.retry, [communityId, deliveryId, clock.now()]);
        if (!row) {
          const isThere = await tx.row(queries.findDelivery, [communityId, deliveryId]);
          throw refuse(isThere ? noticeProblems.delivery_not_stuck : problems.not_found);
        }
        const { personId: actorId } = asker;
        await audit.record(tx, { communityId, actorId, action: 'delivery_retried', details: { deliveryId } });
        return deliveryOf(row, asker, communityId, zone);
      });
    },
  };
}
