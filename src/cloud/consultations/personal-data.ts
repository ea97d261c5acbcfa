import type { ConsultationState } from '../../contract/consultations';
import { renewAgendas } from '../agendas/service';
import { statement, type Queries } from '../platform/database';
import { publish } from '../platform/outbox';
import type { PersonalData } from '../platform/personal-data';
import { renewAgendas as renewal } from './queries';
import { officerGoneReason, stateNames } from './texts';

/** Somebody's end of an appointment is gone; the other is to be told. */
export const gone = 'consultation.gone';

interface Collected {
  community: string;
  department: string;
  startsAt: Date;
  state: ConsultationState;
  note: string | null;
  reason: string | null;
  isOfficer: boolean;
}
const collect = statement<Collected>(
  'consultations_collect',
  `select c.name as community, d.name as department, t.starts_at as "startsAt", t.state,
     case when t.person_id = m.person_id then t.note end as note, t.reason, t.officer_id = m.person_id as "isOfficer"
   from memberships m join communities c on c.id = m.community_id
   join consultations t on t.community_id = m.community_id and m.person_id in (t.person_id, t.officer_id)
   join departments d on d.community_id = t.community_id and d.id = t.department_id
   where m.person_id = $1 order by t.starts_at`,
);
const collectHours = statement<{ community: string; opens: string; closes: string; place: string | null }>(
  'consultation_hours_collect',
  `select c.name as community, h.opens, h.closes, h.place from memberships m
   join communities c on c.id = m.community_id
   join consultation_hours h on h.community_id = m.community_id and h.officer_id = m.person_id
   where m.person_id = $1 order by h.opens`,
);
const collectDaysOff = statement<{ community: string; day: string; note: string | null }>(
  'consultation_days_off_collect',
  `select c.name as community, o.day, o.note from memberships m
   join communities c on c.id = m.community_id
   join consultation_days_off o on o.community_id = m.community_id and o.officer_id = m.person_id
   where m.person_id = $1 order by o.day`,
);

/** What they still had before them is free for others; what nobody said the end of is nobody's to say any more. */
const cancelOwn = statement<{ id: string }>(
  'consultations_forget_running',
  `with cancelled as (
     update consultations set state = 'cancelled', cancelled_by = 'rider', day_reminder_at = null, hour_reminder_at = null,
       version = version + 1
     where community_id = $1 and person_id = $2 and state = 'booked' returning community_id, id
   ), freed as (
     update consultation_slots s set consultation_id = null from cancelled x
     where s.community_id = x.community_id and s.consultation_id = x.id
   ) select id from cancelled`,
);
const forgetOwn = statement<object>(
  'consultations_forget',
  `update consultations set person_id = null, note = null, reason = null, request_id = null
   where community_id = $1 and person_id = $2`,
);
const callOffAll = statement<{ id: string }>(
  'consultations_call_off_all',
  `update consultations set state = 'cancelled', cancelled_by = 'officer', reason = $3, day_reminder_at = null,
     hour_reminder_at = null, version = version + 1
   where community_id = $1 and officer_id = $2 and state = 'booked' returning id`,
);
/** In the order in which it has to happen. */
const forgetOfficer = [
  statement<object>(
    'consultation_slots_forget',
    'delete from consultation_slots where community_id = $1 and officer_id = $2',
  ),
  statement<object>(
    'consultation_hours_forget',
    'delete from consultation_hours where community_id = $1 and officer_id = $2',
  ),
  statement<object>(
    'consultation_days_off_forget',
    'delete from consultation_days_off where community_id = $1 and officer_id = $2',
  ),
  statement<object>(
    'consultations_forget_officer',
    'update consultations set officer_id = null where community_id = $1 and officer_id = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'consultations_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: whoever the person had an appointment with is told that it does not take place. */
export async function forgetConsultations(tx: Queries, communityId: string, personId: string): Promise<void> {
  const tell = (consultationId: string, who: 'rider' | 'officer') =>
    publish(tx, { topic: gone, communityId, payload: { consultationId, who } });
  for (const { id } of await tx.rows(cancelOwn, [communityId, personId])) await tell(id, 'rider');
  await tx.run(forgetOwn, [communityId, personId]);
  for (const { id } of await tx.rows(callOffAll, [communityId, personId, officerGoneReason]))
    await tell(id, 'officer');
  for (const statement of forgetOfficer) await tx.run(statement, [communityId, personId]);
}

const merges = [
  statement<object>(
    'consultations_merge',
    `update consultations t set person_id = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.person_id = m.person_id`,
  ),
  // Of two at the same time the one who stays keeps theirs.
  statement<object>(
    'consultation_slots_merge_free',
    `delete from consultation_slots s using memberships m
     where m.person_id = $1 and s.community_id = m.community_id and s.officer_id = m.person_id and exists (
       select from consultation_slots own where own.community_id = s.community_id and own.officer_id = $2
         and own.starts_at = s.starts_at)`,
  ),
  statement<object>(
    'consultations_merge_officer',
    `update consultations t set officer_id = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.officer_id = m.person_id`,
  ),
  statement<object>(
    'consultation_slots_merge',
    `update consultation_slots s set officer_id = $2 from memberships m
     where m.person_id = $1 and s.community_id = m.community_id and s.officer_id = m.person_id`,
  ),
  statement<object>(
    'consultation_hours_merge',
    `update consultation_hours h set officer_id = $2 from memberships m
     where m.person_id = $1 and h.community_id = m.community_id and h.officer_id = m.person_id`,
  ),
  statement<object>(
    'consultation_days_off_merge',
    `insert into consultation_days_off (community_id, officer_id, day, note)
     select o.community_id, $2, o.day, o.note from memberships m
     join consultation_days_off o on o.community_id = m.community_id and o.officer_id = m.person_id
     where m.person_id = $1 on conflict (community_id, officer_id, day) do nothing`,
  ),
  statement<object>(
    'consultation_days_off_merge_rest',
    `delete from consultation_days_off o using memberships m
     where m.person_id = $1 and $2::uuid is not null and o.community_id = m.community_id and o.officer_id = m.person_id`,
  ),
];
/** Nobody consults themselves, and nobody two at once: what of two accounts made into one can not be. */
const listImpossible = statement<{ communityId: string; id: string }>(
  'consultations_merge_impossible',
  `with impossible as (
     update consultations t set state = 'cancelled', cancelled_by = 'officer', reason = $3, day_reminder_at = null,
       hour_reminder_at = null, version = version + 1
     where t.state = 'booked' and (t.officer_id = $1 and exists (
         select from consultations own where own.community_id = t.community_id and own.officer_id = $2
           and own.state <> 'cancelled' and own.starts_at = t.starts_at)
       or t.officer_id = $1 and t.person_id = $2 or t.officer_id = $2 and t.person_id = $1)
     returning t.community_id, t.id
   ), freed as (
     update consultation_slots s set consultation_id = null from impossible x
     where s.community_id = x.community_id and s.consultation_id = x.id
   ) select community_id as "communityId", id from impossible`,
);

/** Whom one consulted or was consulted by. What a rider wrote is in their own export alone. */
export const consultationsPersonalData: PersonalData = {
  title: '约咨询',
  async collect(from, personId) {
    const all = await from.rows(collect, [personId]);
    const shown = (isOfficer: boolean) =>
      all
        .filter((row) => row.isOfficer === isOfficer)
        .map(({ community, department, startsAt, state, note, reason }) => ({
          社区: community,
          部门: department,
          时间: startsAt.toISOString(),
          状态: stateNames[state],
          ...(isOfficer ? {} : { 说明: note }),
          取消原因: reason,
        }));
    const hours = await from.rows(collectHours, [personId]);
    const daysOff = await from.rows(collectDaysOff, [personId]);
    return {
      我的预约: shown(false),
      接待: shown(true),
      接待时间: hours.map(({ community, opens, closes, place }) => ({
        社区: community,
        时间: `${opens}–${closes}`,
        地点: place,
      })),
      停约的日子: daysOff.map(({ community, day, note }) => ({ 社区: community, 日期: day, 说明: note })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetConsultations(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const { communityId, id } of await tx.rows(listImpossible, [from, into, officerGoneReason]))
      await publish(tx, { topic: gone, communityId, payload: { consultationId: id, who: 'officer' } });
    for (const statement of merges) await tx.run(statement, [from, into]);
    for (const { communityId } of await tx.rows(listCommunities, [into]))
      await renewAgendas(tx, renewal, communityId, [into]);
  },
};
