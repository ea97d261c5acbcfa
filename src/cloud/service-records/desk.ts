import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { ServedRecord } from '../../contract/service-records';
import type {
  listActivityServiceSchemas,
  listServiceRecordsSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { dayFrom, nextDay } from './looking';
import * as queries from './queries';
import type { ServiceRecordsParts } from './service';
import type { Shown } from './shown';
import { serviceTexts } from './texts';

/** Of those who led, and of staff. */
export function createDesk(parts: ServiceRecordsParts, shown: Shown) {
  const { database, audit } = parts;

  return {
    /** Staff, organiser, admin or auditor; the look is written down. */
    async listServiceRecords(
      {
        communityId,
        from,
        to,
        cursor,
        limit = pageLimits.default,
      }: InputOf<typeof listServiceRecordsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listServiceRecordsSchemas>> {
      if (from > to) throw refuse(problems.invalid_input, { fields: { to: serviceTexts.wrongDays } });
      return database.transaction(async (tx) => {
        const details = { from, to };
        const look = {
          communityId,
          actorId: asker.personId,
          action: 'service_records_listed',
          details,
        } as const;
        await audit.record(tx, look);
        const values = [communityId, from, to, ...dayFrom(cursor), limit + 1];
        const rows = await tx.rows(queries.listDays, values);
        const page = rows.slice(0, limit);
        const total = await tx.row(queries.totalOfDays, [communityId, from, to]);
        return {
          items: await shown.served(tx, communityId, page, asker),
          nextCursor: nextDay(rows, page),
          total: total ?? { minutes: 0, times: 0 },
        };
      });
    },

    /** Who led the activity, or staff and auditor, whose look is written down. */
    async listActivityService(
      { communityId, activityId }: InputOf<typeof listActivityServiceSchemas>,
      asker: Asker,
    ): Promise<{ items: ServedRecord[] }> {
      return database.transaction(async (tx) => {
        const rows = await tx.rows(queries.listActivity, [communityId, activityId]);
        const { personId } = asker;
        const led = rows.filter(({ recorderId }) => recorderId === personId);
        if (led.length > 0 && led.length === rows.length)
          return { items: await shown.served(tx, communityId, rows, asker) };
        if (!policy.listServiceRecords.allows(asker.roles.get(communityId))) throw refuse(problems.not_found);
        await audit.record(tx, { communityId, actorId: personId, action: 'service_records_listed' });
        return { items: await shown.served(tx, communityId, rows, asker) };
      });
    },
  };
}
