import { activityDeskProblems, type ManagedActivity } from '../../contract/activity-desk';
import type {
  cancelActivitySchemas,
  publishActivitySchemas,
  removeActivitySchemas,
} from '../../contract/activity-desk.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { statesFor } from '../platform/machine';
import { refuse } from '../platform/refusal';
import { stateAt } from './access';
import type { ChangingParts } from './changing';
import * as desk from './desk-queries';
import { demandFacts, factsOfRecord } from './facts';
import { activityMachine } from './machine';
import { createPutting, mediaIdsOf } from './photos';
import * as places from './place-queries';
import { lockActivity, renewAgendas, type ActivityIds } from './places';
import type { ActivityRecord } from './queries';
import { scopeOf } from './scope';
import { tellLater } from './told';

/** One that is held goes into another state. */
function createSteps({ clock, known }: Pick<ChangingParts, 'clock' | 'known'>) {
  async function setState(
    tx: Queries,
    { communityId, id }: ActivityRecord,
    action: 'publish' | 'cancel',
    reason: string | null,
  ): Promise<void> {
    const to = action === 'publish' ? 'published' : 'cancelled';
    const states = statesFor(activityMachine, action, ['staff']);
    if (!(await tx.run(desk.setState, [communityId, id, to, states, reason])))
      throw refuse(activityDeskProblems.activity_state);
    await known.announce(tx, id);
  }

  async function publish(tx: Queries, record: ActivityRecord): Promise<void> {
    const { communityId, id: activityId } = record;
    await demandFacts(tx, communityId, factsOfRecord(record, await mediaIdsOf(tx, record)));
    if (record.startsAt <= clock.now())
      throw refuse(activityDeskProblems.activity_facts, { fields: { startsAt: '要晚于现在' } });
    await setState(tx, record, 'publish', null);
    await tellLater(tx, { communityId, activityId, news: 'leading', signUpIds: null });
  }

  /** Those who were to come have that time again, and are told why. */
  async function callOff(tx: Queries, record: ActivityRecord, reason: string): Promise<void> {
    const { communityId, id: activityId } = record;
    await setState(tx, record, 'cancel', reason);
    const persons = await tx.rows(places.listPersons, [communityId, activityId]);
    const ids = persons.map(({ personId }) => personId);
    await renewAgendas(tx, communityId, ids);
    await tellLater(tx, { communityId, activityId, news: 'cancelled', signUpIds: null, words: reason });
  }

  return { publish, callOff };
}

/** Letting people see it, and calling it off. */
export function createAnnouncing(parts: ChangingParts) {
  const { database, clock, known, deskViews } = parts;
  const { dropUnused } = createPutting(parts);
  const { publish, callOff } = createSteps(parts);

  /** This one and those that go with it, as long as it is as it was seen. */
  async function each(
    input: ActivityIds & { version: number; scope?: 'this' | 'following' | 'all' },
    asker: Asker,
    state: 'draft' | 'published',
    work: (tx: Queries, record: ActivityRecord) => Promise<void>,
  ): Promise<ManagedActivity> {
    const { communityId, activityId, version, scope = 'this' } = input;
    return database.transaction(async (tx) => {
      const now = clock.now();
      const { record, others } = await scopeOf(tx, input, scope, now);
      if (stateAt(record, now) !== state) throw refuse(activityDeskProblems.activity_state);
      if (record.version !== version) throw refuse(problems.conflict);
      await work(tx, record);
      for (const other of others) if (other.state === state) await work(tx, other);
      const fresh = await lockActivity(tx, { communityId, activityId });
      return deskViews.managed(tx, fresh, asker);
    });
  }

  return {
    /** Staff, organiser or admin: drafts. */
    publishActivity: (input: InputOf<typeof publishActivitySchemas>, asker: Asker) =>
      each(input, asker, 'draft', publish),

    /** Staff, organiser or admin, before it is over. */
    cancelActivity: (input: InputOf<typeof cancelActivitySchemas>, asker: Asker) =>
      each(input, asker, 'published', (tx, record) => callOff(tx, record, input.reason.trim())),

    /** Staff, organiser or admin: drafts, for good. */
    async removeActivity(input: InputOf<typeof removeActivitySchemas>): Promise<undefined> {
      const { communityId, scope = 'this' } = input;
      await database.transaction(async (tx) => {
        const { record, others } = await scopeOf(tx, input, scope, clock.now());
        if (record.state !== 'draft') throw refuse(activityDeskProblems.activity_state);
        const drafts = [record, ...others.filter(({ state }) => state === 'draft')];
        const mediaIds = (await Promise.all(drafts.map((one) => mediaIdsOf(tx, one)))).flat();
        const ids = drafts.map(({ id }) => id);
        await tx.run(desk.remove, [communityId, ids]);
        await dropUnused(tx, communityId, mediaIds);
        for (const id of ids) await known.announce(tx, id);
      });
    },
  };
}
