import { bulletinLimits, bulletinProblems, type ManagedBulletin } from '../../contract/bulletins';
import type {
  pinBulletinSchemas,
  publishBulletinSchemas,
  scheduleBulletinSchemas,
  withdrawBulletinSchemas,
} from '../../contract/bulletins.schema';
import type { AuditAction } from '../../contract/audit';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { dayMs, instantOf } from '../platform/local-time';
import { refuseMove, stepFor } from '../platform/moves';
import { publish } from '../platform/outbox';
import { refuse } from '../platform/refusal';
import { cleanLine } from './clean-text';
import { demandReach } from './desk';
import * as desk from './desk-queries';
import { createManagedView, type Ids } from './looking';
import { bulletinMachine } from './machine';
import type { BulletinRecord } from './queries';
import { bulletinPublished } from './reminding';
import type { BulletinsParts } from './service';
import { isEmpty } from './writing';

interface Move extends Ids {
  action: (typeof bulletinMachine.transitions)[number]['action'];
  version: number;
  given?: Readonly<Record<string, unknown>>;
  change: (current: BulletinRecord, now: Date) => Partial<desk.Moved>;
}

const timeFields = (field: string) => ({ fields: { [field]: bulletinProblems.bulletin_time.title } });

/** Steps of the machine, each judged by the row that it changes. */
function createStep({ clock }: BulletinsParts) {
  return async function move(
    tx: Queries,
    asker: Asker,
    { action, version, given = {}, change, ...ids }: Move,
  ) {
    const { communityId, bulletinId } = ids;
    const current = await tx.row(desk.find, [communityId, bulletinId]);
    const step = stepFor(bulletinMachine, current, { action, actors: ['staff'], version, given });
    if (!current) throw refuse(problems.not_found);
    await demandReach(tx, communityId, current.reach, asker);
    if ((action === 'publish' || action === 'schedule') && isEmpty(current.blocks))
      throw refuse(bulletinProblems.bulletin_empty);
    const now = clock.now();
    const { publishAt = null, withdrawReason = null, ...changed } = change(current, now);
    const { publishedAt, pinnedUntil, reminds } = { ...current, ...changed };
    const values = [
      communityId,
      bulletinId,
      version,
      step.from,
      step.to,
      publishAt,
      publishedAt,
      pinnedUntil,
      reminds,
    ];
    if (!(await tx.run(desk.move, [...values, withdrawReason, now])))
      throw refuseMove(await tx.row(desk.find, [communityId, bulletinId]));
  };
}

/** What comes before and after a step of each kind. */
function createAround(parts: BulletinsParts) {
  const { audit } = parts;
  const move = createStep(parts);
  const view = createManagedView(parts);
  const noteDown = (tx: Queries, { communityId, bulletinId }: Ids, asker: Asker, action: AuditAction) =>
    audit.record(tx, { communityId, actorId: asker.personId, action, details: { bulletinId } });
  return { move, view, noteDown };
}

function createPublishing(parts: BulletinsParts) {
  const { database, clock } = parts;
  const { move, view, noteDown } = createAround(parts);

  return {
    /** Staff, organiser or admin. */
    async scheduleBulletin(
      input: InputOf<typeof scheduleBulletinSchemas>,
      asker: Asker,
    ): Promise<ManagedBulletin> {
      const { publishAt, reminds } = input;
      const at = publishAt === null ? null : new Date(publishAt);
      const ahead = at === null ? null : at.getTime() - clock.now().getTime();
      if (ahead !== null && !(ahead > 0 && ahead <= bulletinLimits.daysAhead * dayMs))
        throw refuse(bulletinProblems.bulletin_time, timeFields('publishAt'));
      return database.transaction(async (tx) => {
        const action = at === null ? 'unschedule' : 'schedule';
        await move(tx, asker, {
          ...input,
          action,
          given: { publishAt },
          change: () => ({ publishAt: at, reminds }),
        });
        if (at !== null) await noteDown(tx, input, asker, 'bulletin_scheduled');
        return view(tx, input, asker);
      });
    },

    /** Staff, organiser or admin. */
    async publishBulletin(
      input: InputOf<typeof publishBulletinSchemas>,
      asker: Asker,
    ): Promise<ManagedBulletin> {
      const { communityId, bulletinId, reminds } = input;
      return database.transaction(async (tx) => {
        await move(tx, asker, {
          ...input,
          action: 'publish',
          change: (_current, now) => ({ publishedAt: now, reminds }),
        });
        await noteDown(tx, input, asker, 'bulletin_published');
        if (reminds) {
          await publish(tx, { topic: bulletinPublished, communityId, payload: { communityId, bulletinId } });
        }
        return view(tx, input, asker);
      });
    },
  };
}

function createPinning(parts: BulletinsParts) {
  const { database, clock, communities } = parts;
  const { move, view } = createAround(parts);

  return {
    /** Staff, organiser or admin. */
    async pinBulletin(input: InputOf<typeof pinBulletinSchemas>, asker: Asker): Promise<ManagedBulletin> {
      const { communityId, bulletinId, until } = input;
      return database.transaction(async (tx) => {
        const timeZone = await communities.timeZoneOf(tx, communityId);
        const now = clock.now();
        const pinnedUntil = until === null ? null : new Date(instantOf(timeZone, Date.parse(until) + dayMs));
        const ahead = pinnedUntil === null ? null : pinnedUntil.getTime() - now.getTime();
        if (ahead !== null && !(ahead > 0 && ahead <= (bulletinLimits.daysAhead + 1) * dayMs))
          throw refuse(bulletinProblems.bulletin_time, timeFields('until'));
        if (pinnedUntil !== null) {
          await tx.row(desk.lockPins, [communityId]);
          const others = await tx.row(desk.countPins, [communityId, bulletinId, now]);
          if ((others?.pins ?? 0) >= bulletinLimits.pins) throw refuse(bulletinProblems.too_many_pins);
        }
        await move(tx, asker, { ...input, action: 'pin', change: () => ({ pinnedUntil }) });
        return view(tx, input, asker);
      });
    },
  };
}

function createWithdrawing(parts: BulletinsParts) {
  const { database } = parts;
  const { move, view, noteDown } = createAround(parts);

  return {
    /** Staff, organiser or admin. */
    async withdrawBulletin(
      input: InputOf<typeof withdrawBulletinSchemas>,
      asker: Asker,
    ): Promise<ManagedBulletin> {
      const reason = cleanLine(input.reason).trim();
      return database.transaction(async (tx) => {
        await move(tx, asker, {
          ...input,
          action: 'withdraw',
          given: { reason },
          change: () => ({ pinnedUntil: null, withdrawReason: reason }),
        });
        await noteDown(tx, input, asker, 'bulletin_withdrawn');
        return view(tx, input, asker);
      });
    },
  };
}

/** What staff do with what is written. */
export const createMoves = (parts: BulletinsParts) => ({
  ...createPublishing(parts),
  ...createPinning(parts),
  ...createWithdrawing(parts),
});
