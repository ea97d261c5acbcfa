import type { Notify } from '../notices/service';
import type { Queries } from '../platform/database';
import { publish } from '../platform/outbox';
import * as queries from './job-queries';

/** Said of what came out, where who it is for is to be told. */
export const bulletinPublished = 'bulletin.published';
/** One part of the members of one community. */
export const bulletinReminding = 'bulletin.reminding';

/** People told in one transaction, about. */
const atOnce = 100;

type Payload = Record<string, unknown>;

/** Tells people of a bulletin, some at a time, one after the other; what is withdrawn meanwhile is told no further. */
export function createReminding({ notify }: { notify: Notify }) {
  async function stillOut(tx: Queries, { communityId, bulletinId }: Payload) {
    const told = await tx.row(queries.findTold, [communityId, bulletinId]);
    return told?.state === 'published' ? told : null;
  }

  return {
    async begin(tx: Queries, { communityId, bulletinId }: Payload): Promise<void> {
      const told = await stillOut(tx, { communityId, bulletinId });
      if (!told) return;
      const places = await tx.rows(queries.listPlaces, [communityId, told.reach === 'all']);
      for (const { communityId: in_, members } of places) {
        const parts = Math.max(1, Math.ceil(members / atOnce));
        const payload = { communityId, bulletinId, in: in_, part: 0, parts };
        await publish(tx, { topic: bulletinReminding, communityId: in_, payload });
      }
    },

    async tellPart(tx: Queries, payload: Payload): Promise<void> {
      const { bulletinId, part, parts } = payload;
      const told = await stillOut(tx, payload);
      if (!told) return;
      const where = String(payload['in']);
      const { title, author: community, audience, reach } = told;
      const people = await tx.rows(queries.listPart, [where, part, parts, audience, reach === 'all']);
      for (const { personId } of people) {
        await notify(tx, {
          personId,
          communityId: where,
          kind: 'bulletin',
          values: { community, bulletin: title },
          link: `bulletins/rider/detail?id=${String(bulletinId)}`,
        });
      }
      const next = Number(part) + 1;
      if (next < Number(parts)) {
        await publish(tx, {
          topic: bulletinReminding,
          communityId: where,
          payload: { ...payload, part: next },
        });
      }
    },
  };
}
