import { problems, type InputOf } from '../../contract/http';
import type { Volunteer } from '../../contract/service-records';
import type {
  setMyVolunteerNameSchemas,
  updateMyVolunteerSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { createNames } from './names';
import type { ServiceRecordsParts } from './service';
import { serviceTexts as texts, volunteerNumber } from './texts';
import * as queries from './volunteer-queries';

/** Characters nobody sees would make two people look like one. */
const hiddenPattern = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function visible(text: string, field: string): string {
  const trimmed = text.trim();
  if (!hiddenPattern.test(trimmed)) return trimmed;
  throw refuse(problems.invalid_input, { fields: { [field]: texts.hiddenName } });
}

function createEnsure({ clock }: ServiceRecordsParts) {
  /** The volunteer somebody is, made where they are none; null for who is no member. */
  return async function ensure(
    tx: Queries,
    communityId: string,
    personId: string,
  ): Promise<queries.VolunteerRow | null> {
    const known = await tx.row(queries.find, [communityId, personId]);
    if (known) return known;
    if (!(await tx.run(queries.lockCounter, [communityId, personId]))) return null;
    await tx.run(queries.register, [communityId, personId, clock.now()]);
    return (await tx.row(queries.find, [communityId, personId])) ?? null;
  };
}

export type Volunteers = ReturnType<typeof createVolunteers>;

/** Who serves: a number in place of an identity card's, what they are good at, the real name where they gave it. */
export function createVolunteers(parts: ServiceRecordsParts) {
  const { database, sealing, communities, consents } = parts;
  const names = createNames(sealing);
  const ensure = createEnsure(parts);

  function described(community: { id: string; name: string }, row: queries.VolunteerRow): Volunteer {
    return {
      number: volunteerNumber(community.name, row.number),
      name: names.open(community.id, row.number, row.sealedName, row.nameKeyId),
      skills: row.skills,
      version: row.version,
    };
  }

  async function demand(tx: Queries, communityId: string, personId: string): Promise<queries.VolunteerRow> {
    const volunteer = await ensure(tx, communityId, personId);
    if (!volunteer) throw refuse(problems.not_found);
    return volunteer;
  }

  return {
    ensureVolunteer: ensure,

    /** null where somebody is none yet. */
    async findVolunteer(from: Queries, communityId: string, personId: string): Promise<Volunteer | null> {
      const row = await from.row(queries.find, [communityId, personId]);
      return row ? described(await communities.describe(from, communityId), row) : null;
    },

    /** A member. */
    async updateMyVolunteer(
      { communityId, skills }: InputOf<typeof updateMyVolunteerSchemas>,
      { personId }: Asker,
    ): Promise<Volunteer> {
      const wanted = [...new Set(skills.map((skill, index) => visible(skill, `skills.${index}`)))];
      return database.transaction(async (tx) => {
        const known = await demand(tx, communityId, personId);
        const row = await tx.row(queries.setSkills, [communityId, personId, wanted]);
        return described(await communities.describe(tx, communityId), row ?? known);
      });
    },

    /** A member; the consent is given with it. */
    async setMyVolunteerName(
      { communityId, name, noticeVersion }: InputOf<typeof setMyVolunteerNameSchemas>,
      { personId }: Asker,
    ): Promise<Volunteer> {
      const plain = visible(name, 'name');
      return database.transaction(async (tx) => {
        await consents.give(tx, personId, 'volunteer_name', noticeVersion);
        const known = await demand(tx, communityId, personId);
        const { bytes, keyId } = names.seal(communityId, known.number, plain);
        const row = await tx.row(queries.setName, [communityId, personId, bytes, keyId]);
        return described(await communities.describe(tx, communityId), row ?? known);
      });
    },

    /** A member; in every community, as the consent is one. */
    async removeMyVolunteerName(_input: object, { personId }: Asker): Promise<undefined> {
      await database.transaction(async (tx) => {
        await tx.run(queries.removeNames, [personId]);
        await consents.withdraw(tx, personId, 'volunteer_name');
      });
    },

    /** When the consent is taken back. */
    async forgetNames(tx: Queries, personId: string): Promise<void> {
      await tx.run(queries.removeNames, [personId]);
    },
  };
}
