import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import { serviceProblems, type Honour, type ServiceSummary } from '../../contract/service-records';
import type {
  addHonourSchemas,
  getVolunteerServiceSchemas,
  removeHonourSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { ServiceRecordsParts } from './service';
import { createLooking } from './looking';
import { createShown, isStaff } from './shown';
import { honourNames, serviceTexts } from './texts';
import * as queries from './volunteer-queries';
import type { Volunteers } from './volunteers';

type Owner = InputOf<typeof getVolunteerServiceSchemas>;

/** A volunteer as staff see them; trainings and commendations. */
export function createHonours(parts: ServiceRecordsParts, volunteers: Volunteers) {
  const { database, clock, communities, audit, notify, people } = parts;
  const { summaryOf } = createLooking(parts, createShown(parts), volunteers);
  const withoutName = ({ volunteer, ...rest }: ServiceSummary): ServiceSummary => ({
    volunteer: volunteer && { ...volunteer, name: null },
    ...rest,
  });

  return {
    /** Staff, organiser, admin or auditor; the look is written down. */
    async getVolunteerService(
      { communityId, personId }: Owner,
      asker: Asker,
    ): Promise<AnswerOf<typeof getVolunteerServiceSchemas>> {
      const { personId: actorId } = asker;
      return database.transaction(async (tx) => {
        if (!(await tx.row(queries.isMember, [communityId, personId]))) throw refuse(problems.not_found);
        const person = (await people.describePeople(tx, [personId])).get(personId);
        if (!person) throw refuse(problems.not_found);
        await audit.record(tx, { communityId, actorId, subjectId: personId, action: 'volunteer_viewed' });
        return {
          ...withoutName(await summaryOf(tx, communityId, personId)),
          person: { personId, nickname: person.nickname },
          can: { addHonour: personId !== actorId && isStaff(asker, communityId) },
        };
      });
    },

    /** Staff, organiser or admin; the volunteer is told. */
    async addHonour(
      input: InputOf<typeof addHonourSchemas>,
      { personId: actorId }: Asker,
      tx: Queries,
    ): Promise<Honour> {
      const { communityId, personId, kind, title, givenBy, givenOn, minutes = null } = input;
      if (personId === actorId) throw refuse(serviceProblems.honour_own);
      if (givenOn > localDate(await communities.timeZoneOf(tx, communityId), clock.now()))
        throw refuse(problems.invalid_input, { fields: { givenOn: serviceTexts.futureDay } });
      if (!(await volunteers.ensureVolunteer(tx, communityId, personId))) throw refuse(problems.not_found);
      const row = await tx.row(queries.insertHonour, [
        ...[communityId, newId(), personId, kind, title.trim(), givenBy.trim(), givenOn],
        ...[kind === 'training' ? minutes : null, actorId, clock.now()],
      ]);
      if (!row) throw refuse(problems.not_found);
      const details = { kind };
      await audit.record(tx, { communityId, actorId, subjectId: personId, action: 'honour_added', details });
      const what = `${honourNames[kind]}：${row.title}`;
      const values = { news: 'honoured', what, hours: '', words: null } as const;
      const link = 'service-records/rider/mine';
      await notify(tx, { personId, communityId, kind: 'service', values, link });
      return row;
    },

    /** Staff, organiser or admin. */
    async removeHonour(
      { communityId, personId, honourId }: InputOf<typeof removeHonourSchemas>,
      { personId: actorId }: Asker,
    ): Promise<undefined> {
      await database.transaction(async (tx) => {
        const removed = await tx.run(queries.removeHonour, [communityId, personId, honourId]);
        if (!removed) throw refuse(problems.not_found);
        await audit.record(tx, { communityId, actorId, subjectId: personId, action: 'honour_removed' });
      });
    },
  };
}
