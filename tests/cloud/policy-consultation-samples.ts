import { statement } from '../../src/cloud/platform/database';
import { makeConsultation, makeHours, makeOfficer, makeSlot } from '../support/made-consultation';
import {
  aboutBoth,
  here,
  inBoth,
  member,
  nothing,
  type Sample,
  type Samples,
  type World,
} from './policy-sample-kit';

const belongs = statement<object>(
  'test_consultation_belongs',
  'select 1 from memberships where community_id = $1 and person_id = $2',
);
const hourMs = 3_600_000;
const inHours = ({ cloud }: World, hours: number) => new Date(cloud.clock.now().getTime() + hours * hourMs);
const said = {
  weekdays: [1],
  opens: '09:00',
  closes: '10:00',
  slotMinutes: 30,
  way: 'phone',
  place: null,
  topicId: null,
  fromDay: '2026-11-23',
  untilDay: null,
};

/** The caller where they are an officer there, else somebody who is. */
const officer = (world: World, place: typeof here) => makeOfficer(world.cloud, place, world.caller);

const aboutHours = (rest: object): Samples =>
  aboutBoth((place) => async (world) => {
    const hoursId = await makeHours(world.cloud, await officer(world, place));
    return { ...place, hoursId, version: 1, ...rest };
  });
const aboutDayOff = (rest: object): Samples =>
  aboutBoth((place) => async (world) => {
    const { officerId } = await officer(world, place);
    return { ...place, officerId, day: '2026-12-05', ...rest };
  });
const aboutAppointment = (hours: number, rest: object): Samples =>
  aboutBoth((place) => async (world) => {
    const { id } = await member(world, place);
    const startsAt = inHours(world, hours);
    const made = await makeConsultation(world.cloud, await officer(world, place), { personId: id, startsAt });
    return { ...place, consultationId: made, version: 1, ...rest };
  });

/** One's own, and a neighbour's. */
const aboutMine = (rest: object): Samples => {
  const of =
    (isOwn: boolean): Sample =>
    async (world) => {
      const { id } = isOwn ? world.caller : await member(world, here);
      const isMember = await world.cloud.database.row(belongs, [here.communityId, id]);
      const personId = isMember ? id : null;
      const startsAt = inHours(world, 30);
      const owner = await makeOfficer(world.cloud, here);
      return { consultationId: await makeConsultation(world.cloud, owner, { personId, startsAt }), ...rest };
    };
  return { own: of(true), 'other’s': of(false) };
};

const freeSlot =
  (place: typeof here): Sample =>
  async (world) => {
    const made = await makeOfficer(world.cloud, place);
    const hoursId = await makeHours(world.cloud, made);
    const slotId = await makeSlot(world.cloud, made, hoursId, inHours(world, 50));
    return { ...place, slotId, note: null, requestId: null };
  };
const slotsOf =
  (place: typeof here): Sample =>
  async (world) => ({
    ...place,
    departmentId: (await makeOfficer(world.cloud, place)).departmentId,
    day: '2026-11-25',
  });
const newHours =
  (place: typeof here): Sample =>
  async (world) => {
    const { officerId, departmentId } = await officer(world, place);
    return { ...place, officerId, departmentId, ...said };
  };

export const consultationSamples = {
  listConsultationOffers: inBoth(),
  listConsultationSlots: aboutBoth(slotsOf),
  createConsultation: aboutBoth(freeSlot),
  listMyConsultations: { own: nothing },
  getConsultation: aboutMine({}),
  cancelConsultation: aboutMine({ version: 1 }),
  listConsultationHours: inBoth(),
  createConsultationHours: aboutBoth(newHours),
  updateConsultationHours: aboutHours(said),
  endConsultationHours: aboutHours({}),
  setConsultationDayOff: aboutDayOff({ note: null }),
  removeConsultationDayOff: aboutDayOff({}),
  getConsultationDay: aboutBoth((place) => async (world) => ({
    ...place,
    officerId: (await officer(world, place)).officerId,
  })),
  settleConsultation: aboutAppointment(-1, { outcome: 'held' }),
  callOffConsultation: aboutAppointment(60, { reason: '临时有事' }),
} satisfies Readonly<Record<string, Samples>>;
