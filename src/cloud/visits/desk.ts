import { problems, type InputOf } from '../../contract/http';
import { visitLimits, visitProblems, type Elder, type ElderList } from '../../contract/visits';
import type { createElderSchemas, updateElderSchemas } from '../../contract/visits.schema';
import type { Audit } from '../audit/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { contextOf, masked, openFacts, type Facts } from './elders';
import * as queries from './queries';
import type { VisitsParts } from './service';

interface Ids {
  communityId: string;
  activityId: string;
}
type ElderIds = Ids & { elderId: string };
type Said = InputOf<typeof createElderSchemas>;

function factsOf({ name, called, address, phone, showsPhone, needs, note }: Said): Facts {
  const trimmed = (text: string | null) => text?.trim() ?? null;
  const texts = { phone: trimmed(phone), needs: trimmed(needs), note: trimmed(note) };
  return { name: name.trim(), called: called.trim(), address: address.trim(), showsPhone, ...texts };
}

function createListing({ sealing, communities, activities }: VisitsParts) {
  async function activityOf(from: Queries, { communityId, activityId }: Ids) {
    const activity = await activities.findActivity(from, activityId);
    if (activity.communityId !== communityId) throw refuse(problems.not_found);
    return activity;
  }

  async function list(from: Queries, ids: Ids): Promise<ElderList> {
    const { communityId, activityId } = ids;
    const { title, startsAt } = await activityOf(from, ids);
    const rows = await from.rows(queries.list, [communityId, activityId]);
    const going = await activities.goingTo(from, communityId, activityId);
    const volunteers = going.map(({ personId, nickname }) => ({ personId, nickname }));
    const timeZone = await communities.timeZoneOf(from, communityId);
    return {
      title,
      startsAt: localIso(timeZone, startsAt.getTime()),
      volunteers,
      items: rows.map((row) => ({
        id: row.id,
        maskedName: masked(openFacts(sealing, communityId, row).name),
        volunteers: volunteers.filter(({ personId }) => row.volunteerIds.includes(personId)),
        version: row.version,
      })),
    };
  }

  return { activityOf, list };
}

async function record(
  audit: Audit,
  tx: Queries,
  { communityId, activityId }: Ids,
  asker: Asker,
  action: 'elders_changed' | 'elders_viewed',
): Promise<void> {
  await audit.record(tx, { communityId, actorId: asker.personId, action, details: { activityId } });
}

/** Those who enter them: staff, organiser, admin. */
export function createElderDesk(parts: VisitsParts) {
  const { database, clock, sealing, audit, activities } = parts;
  const { activityOf, list } = createListing(parts);

  async function pair(tx: Queries, { communityId, activityId, elderId }: ElderIds, ids: readonly string[]) {
    const going = new Set((await activities.goingTo(tx, communityId, activityId)).map((one) => one.personId));
    if (!ids.every((id) => going.has(id)))
      throw refuse(problems.invalid_input, { fields: { volunteerIds: '只能安排报了名的人' } });
    await tx.run(queries.clearPairs, [communityId, elderId]);
    await tx.run(queries.insertPairs, [communityId, elderId, ids]);
  }

  const seal = ({ communityId, elderId }: Omit<ElderIds, 'activityId'>, said: Said) =>
    sealing.seal(JSON.stringify(factsOf(said)), contextOf(communityId, elderId));

  return {
    listElders: (ids: Ids): Promise<ElderList> => list(database, ids),

    /** Written down. */
    getElder(ids: ElderIds, asker: Asker): Promise<Elder> {
      const { communityId, activityId, elderId } = ids;
      return database.transaction(async (tx) => {
        const row = await tx.row(queries.find, [communityId, activityId, elderId]);
        if (!row) throw refuse(problems.not_found);
        await record(audit, tx, ids, asker, 'elders_viewed');
        const { id, version, volunteerIds } = row;
        return { id, version, volunteerIds, ...openFacts(sealing, communityId, row) };
      });
    },

    async createElder(input: Said, asker: Asker, tx: Queries): Promise<ElderList> {
      const { communityId, activityId, volunteerIds } = input;
      if ((await activityOf(tx, input)).kind !== 'elder_visit') throw refuse(visitProblems.no_elder_visit);
      const elderId = newId();
      const { bytes, keyId } = seal({ communityId, elderId }, input);
      const values = [communityId, elderId, activityId, bytes, keyId, clock.now(), visitLimits.elders];
      if (!(await tx.run(queries.insert, values))) throw refuse(visitProblems.too_many_elders);
      await pair(tx, { communityId, activityId, elderId }, volunteerIds);
      await record(audit, tx, input, asker, 'elders_changed');
      return list(tx, input);
    },

    updateElder(input: InputOf<typeof updateElderSchemas>, asker: Asker): Promise<ElderList> {
      const { communityId, activityId, elderId, version, volunteerIds } = input;
      return database.transaction(async (tx) => {
        if (!(await tx.row(queries.find, [communityId, activityId, elderId])))
          throw refuse(problems.not_found);
        const { bytes, keyId } = seal(input, input);
        const values = [communityId, activityId, elderId, version, bytes, keyId];
        if (!(await tx.run(queries.update, values))) throw refuse(problems.conflict);
        await pair(tx, input, volunteerIds);
        await record(audit, tx, input, asker, 'elders_changed');
        return list(tx, input);
      });
    },

    removeElder(ids: ElderIds, asker: Asker): Promise<ElderList> {
      const { communityId, activityId, elderId } = ids;
      return database.transaction(async (tx) => {
        if (!(await tx.run(queries.remove, [communityId, activityId, elderId])))
          throw refuse(problems.not_found);
        await record(audit, tx, ids, asker, 'elders_changed');
        return list(tx, ids);
      });
    },
  };
}
