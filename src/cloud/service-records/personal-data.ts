import type { CorrectionState, HonourKind, ServiceGrade, ServiceKind } from '../../contract/service-records';
import { durationText } from '../../contract/service-records';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import type { Sealing } from '../platform/sealing';
import { createNames } from './names';
import { correctionNames, gradeNames, honourNames, kindNames, volunteerNumber } from './texts';

const ofMember = (table: string) => `memberships m join communities c on c.id = m.community_id
  join ${table} t on t.community_id = m.community_id and t.person_id = m.person_id where m.person_id = $1`;

const collectVolunteers = statement<{
  communityId: string;
  community: string;
  number: number;
  sealedName: Buffer | null;
  nameKeyId: string | null;
  skills: string[];
}>(
  'volunteers_collect',
  `select c.id as "communityId", c.name as community, t.number, t.sealed_name as "sealedName",
     t.name_key_id as "nameKeyId", t.skills from ${ofMember('volunteers')} order by c.name`,
);
const collectRecords = statement<{
  community: string;
  servedOn: string;
  kind: ServiceKind;
  content: string;
  place: string;
  minutes: number;
  grade: ServiceGrade | null;
  gradeWords: string | null;
}>(
  'service_records_collect',
  `select c.name as community, t.served_on as "servedOn", t.kind, t.content, t.place, t.minutes, t.grade,
     t.grade_words as "gradeWords" from ${ofMember('service_records')} order by t.served_on, t.id`,
);
const collectCorrections = statement<{
  askedAt: Date;
  state: CorrectionState;
  proposedMinutes: number;
  reason: string | null;
  reply: string | null;
}>(
  'service_corrections_collect',
  `select t.asked_at as "askedAt", t.state, t.proposed_minutes as "proposedMinutes", t.reason, t.reply
   from ${ofMember('service_corrections')} order by t.asked_at, t.id`,
);
const collectHonours = statement<{ kind: HonourKind; title: string; givenBy: string; givenOn: string }>(
  'volunteer_honours_collect',
  `select t.kind, t.title, t.given_by as "givenBy", t.given_on as "givenOn" from ${ofMember('volunteer_honours')}
   order by t.given_on, t.id`,
);

/** Who records meanwhile is waited for. Hours stay counted and are nobody's; words about somebody go. */
const forgetIn = [
  statement<object>(
    'service_lock_membership',
    'select 1 from memberships where community_id = $1 and person_id = $2 for update',
  ),
  statement<object>('volunteers_forget', 'delete from volunteers where community_id = $1 and person_id = $2'),
  statement<object>(
    'volunteer_honours_forget',
    'delete from volunteer_honours where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'volunteer_honours_forget_enterer',
    'update volunteer_honours set entered_by = null where community_id = $1 and entered_by = $2',
  ),
  statement<object>(
    'service_corrections_forget_running',
    `delete from service_corrections where community_id = $1 and person_id = $2 and state = 'asked'`,
  ),
  statement<object>(
    'service_corrections_forget',
    `update service_corrections set person_id = null, reason = null, reply = null
     where community_id = $1 and person_id = $2`,
  ),
  statement<object>(
    'service_corrections_forget_decider',
    'update service_corrections set decided_by = null where community_id = $1 and decided_by = $2',
  ),
  statement<object>(
    'service_record_entries_forget',
    'update service_record_entries set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'service_records_forget',
    `update service_records set person_id = null, grade_words = null where community_id = $1 and person_id = $2`,
  ),
  statement<object>(
    'service_records_forget_recorder',
    'update service_records set recorder_id = null where community_id = $1 and recorder_id = $2',
  ),
];

/** In one community. The number is never given again. */
export async function forgetService(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const listCommunities = statement<{ communityId: string }>(
  'service_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

const holders = [
  ['volunteer_honours', 'person_id'],
  ['volunteer_honours', 'entered_by'],
  ['service_corrections', 'person_id'],
  ['service_corrections', 'decided_by'],
  ['service_record_entries', 'person_id'],
  ['service_records', 'person_id'],
  ['service_records', 'recorder_id'],
] as const;

/** Of two who are one, whoever stays keeps their number, or takes the other's. */
const merges = [
  statement<object>(
    'service_lock_memberships',
    `select 1 from memberships where person_id in ($1, $2) order by community_id, person_id for update`,
  ),
  statement<object>(
    'volunteers_merge',
    `update volunteers v set person_id = $2 from memberships m
     where m.person_id = $1 and v.community_id = m.community_id and v.person_id = m.person_id
       and not exists (select from volunteers own where own.community_id = v.community_id and own.person_id = $2)`,
  ),
  ...holders.map(([table, column]) =>
    statement<object>(
      `${table}_merge_${column}`,
      `update ${table} t set ${column} = $2 from memberships m
       where m.person_id = $1 and t.community_id = m.community_id and t.${column} = m.person_id`,
    ),
  ),
];
const dropMerged = statement<object>(
  'volunteers_drop_merged',
  `delete from volunteers v using memberships m
   where m.person_id = $1 and v.community_id = m.community_id and v.person_id = m.person_id`,
);

export function serviceRecordsPersonalData(sealing: Sealing): PersonalData {
  const names = createNames(sealing);
  return {
    title: '志愿服务',
    async collect(from, personId) {
      const owner = [personId];
      const volunteers = await from.rows(collectVolunteers, owner);
      const records = await from.rows(collectRecords, owner);
      const corrections = await from.rows(collectCorrections, owner);
      const honours = await from.rows(collectHonours, owner);
      return {
        志愿者: volunteers.map(({ communityId, community, number, sealedName, nameKeyId, skills }) => ({
          社区: community,
          编号: volunteerNumber(community, number),
          真实姓名: names.open(communityId, number, sealedName, nameKeyId),
          特长: skills.join('、'),
        })),
        服务记录: records.map(
          ({ community, servedOn, kind, content, place, minutes, grade, gradeWords }) => ({
            社区: community,
            日期: servedOn,
            类别: kindNames[kind],
            内容: content,
            地点: place,
            时长: durationText(minutes),
            评价: grade && gradeNames[grade],
            评语: gradeWords,
          }),
        ),
        更正申请: corrections.map(({ askedAt, state, proposedMinutes, reason, reply }) => ({
          时间: askedAt.toISOString(),
          状态: correctionNames[state],
          希望更正为: durationText(proposedMinutes),
          原因: reason,
          答复: reply,
        })),
        培训和表彰: honours.map(({ kind, title, givenBy, givenOn }) => ({
          类别: honourNames[kind],
          名称: title,
          单位: givenBy,
          日期: givenOn,
        })),
      };
    },
    async forget(tx, personId) {
      for (const { communityId } of await tx.rows(listCommunities, [personId]))
        await forgetService(tx, communityId, personId);
    },
    async merge(tx, from, into) {
      for (const statement of merges) await tx.run(statement, [from, into]);
      await tx.run(dropMerged, [from]);
    },
  };
}
