import { randomBytes } from 'node:crypto';
import { crs } from '../../src/contract/positions';
import type { ReportState } from '../../src/contract/reports';
import type { Role } from '../../src/contract/roles';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { policy } from '../../src/cloud/policy';
import { newTown } from '../support/outang';
import { elsewhere, here, inBoth, type Samples, type World } from './policy-sample-kit';

const rolesOf = statement<{ roles: Role[] }>(
  'test_desk_roles',
  'select roles from memberships where community_id = $1 and person_id = $2',
);
const insertDepartment = statement<object>(
  'test_desk_department',
  'insert into departments (community_id, id, name) values ($1, $2, $3)',
);
const insertOfficer = statement<object>(
  'test_desk_officer',
  'insert into department_officers (community_id, department_id, person_id) values ($1, $2, $3)',
);
const insertGrid = statement<object>(
  'test_desk_grid',
  `insert into grid_memberships (community_id, id, person_id, state, number, areas, applied_at, decided_at)
   select $1, $2, $3, 'active', coalesce(max(number), 0) + 1, array['北门'], $4, $4
   from grid_memberships where community_id = $1
   having not coalesce(bool_or(person_id = $3), false)`,
);
const findGrid = statement<{ id: string }>(
  'test_desk_find_grid',
  'select id from grid_memberships where community_id = $1 and person_id = $2',
);
const insertCase = statement<object>(
  'test_desk_case',
  `with next as (
     insert into report_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into reports (community_id, id, number, category, event_code, code_version, state, state_before, words, position,
     accuracy_m, crs, position_source, is_anonymous, written_at, submitted_at, changed_at, closed_at, department_id,
     grid_membership_id)
   select $1, $2, last_number, 'road_manhole', '01010', '2026-1', $3,
     case when $3 = 'reopen_requested' then 'resolved' end, '井盖坏了', point(117.25, 31.88), 10, $4, 'pin', false,
     $5::timestamptz, $5, $5, case when $3 in ('resolved', 'reopen_requested') then $5::timestamptz end, $6, $7
   from next`,
);
const insertPhoto = statement<object>(
  'test_desk_photo',
  `with object as (
     insert into media_objects (community_id, hash) values ($1, $5)
   )
   insert into media (community_id, id, purpose, person_id, thumb, photo, width, height, size, sha256, created_at)
   select community_id, $2, $4, person_id, $5, $5, 1, 1, 1, $5, $6 from memberships
   where community_id = $1 and person_id = $3`,
);
const attach = statement<object>(
  'test_desk_attach',
  `with photo as (
     update media set original = thumb, original_key_id = 'test', original_type = 'image/jpeg',
       original_until = $4::timestamptz + interval '1 day' where community_id = $1 and id = $3
   )
   insert into report_photos (community_id, report_id, media_id, entry_id, kind, ordinal)
   values ($1, $2, $3, $2, 'report', 0)`,
);
const insertTemplate = statement<object>(
  'test_desk_template',
  `insert into reply_templates (community_id, id, title, text, created_at) values ($1, $2, '收到', '已收到', $3)`,
);

interface Place {
  communityId: string;
}
type Rest = (world: World, place: Place, reportId: string) => Promise<object> | object;

async function department({ cloud }: World, { communityId }: Place): Promise<string> {
  const id = newId();
  await cloud.database.run(insertDepartment, [communityId, id, `部门 ${id.slice(-8)}`]);
  return id;
}

/** The caller's own grid membership, made once. */
async function gridOf({ cloud, caller }: World, { communityId }: Place): Promise<string | undefined> {
  await cloud.database.run(insertGrid, [communityId, newId(), caller.id, cloud.clock.now()]);
  return (await cloud.database.row(findGrid, [communityId, caller.id]))?.id;
}

/** Given to the caller, to the department of the caller, or to one they have nothing to do with. */
async function makeCase(world: World, place: Place, state: ReportState, isTheirs: boolean): Promise<string> {
  const { cloud, caller } = world;
  const { communityId } = place;
  const id = newId();
  const held = (await cloud.database.row(rolesOf, [communityId, caller.id]))?.roles ?? [];
  const gridId = held.includes('grid_member') ? await gridOf(world, place) : null;
  const departmentId = await department(world, place);
  if (isTheirs && held.includes('department_officer'))
    await cloud.database.run(insertOfficer, [communityId, departmentId, caller.id]);
  const given = isTheirs && gridId ? [null, gridId] : [departmentId, null];
  await cloud.database.run(insertCase, [communityId, id, state, crs, cloud.clock.now(), ...given]);
  return id;
}

const photo = async ({ cloud, caller }: World, { communityId }: Place, purpose: string): Promise<string> => {
  const id = newId();
  const now = cloud.clock.now();
  await cloud.database.run(insertPhoto, [communityId, id, caller.id, purpose, randomBytes(32), now]);
  return id;
};

/** One that is the caller's to deal with, where they deal with any; another one; one of another community. */
const about = (state: ReportState, rest: Rest = () => ({}), seen: object = { version: 1 }): Samples => {
  const sample = (place: Place, isTheirs: boolean) => async (world: World) => {
    const reportId = await makeCase(world, place, state, isTheirs);
    return { ...place, reportId, ...seen, ...(await rest(world, place, reportId)) };
  };
  return { own: sample(here, true), here: sample(here, false), elsewhere: sample(elsewhere, false) };
};
/** What is only asked for: no version travels with it. */
const aboutRead = (rest: Rest = () => ({})): Samples => about('in_progress', rest, {});

const assignee: Rest = async (world, place) => ({
  assignee: { kind: 'department', id: await department(world, place) },
});
const original: Rest = async (world, place, reportId) => {
  const mediaId = await photo(world, place, 'report');
  await world.cloud.database.run(attach, [place.communityId, reportId, mediaId, world.cloud.clock.now()]);
  return { mediaId };
};
const asGrid = (rest: object = {}): Samples => ({
  here: async (world) => {
    const held = (await world.cloud.database.row(rolesOf, [here.communityId, world.caller.id]))?.roles ?? [];
    if (held.includes('grid_member')) await gridOf(world, here);
    return { ...here, ...rest };
  },
  elsewhere: () => ({ ...elsewhere, ...rest }),
});
const template =
  ({ communityId }: Place) =>
  async ({ cloud }: World) => {
    const templateId = newId();
    await cloud.database.run(insertTemplate, [communityId, templateId, cloud.clock.now()]);
    return { communityId, templateId };
  };
const box = { south: 31.87, west: 117.24, north: 31.89, east: 117.26, zoom: 15 };

/** How the desk of reports and a grid member's tasks are asked. */
export const deskSamples = {
  listCases: inBoth(),
  countCases: inBoth(),
  getReportMap: inBoth(box),
  getCase: aboutRead(),
  listPossibleDuplicates: aboutRead(),
  getOriginalPhoto: aboutRead(original),
  listAssignees: inBoth(),
  listReplyTemplates: inBoth(),
  saveReplyTemplate: inBoth({ title: '收到', text: '已收到，会尽快处理。' }),
  removeReplyTemplate: { here: template(here), elsewhere: template({ communityId: newTown.id }) },
  assignReport: about('triage', assignee),
  recategoriseReport: about('triage', () => ({ category: 'other', reason: '都不是' })),
  rejectReport: about('triage', () => ({ reason: '不是隐患' })),
  referReport: about('triage', () => ({ receiver: '供电公司', reason: '归他们' })),
  mergeReport: about('triage', async (world, place) => ({
    canonicalId: await makeCase(world, place, 'triage', false),
  })),
  moveReports: inBoth({
    items: [{ reportId: newTown.id, version: 1 }],
    move: { action: 'reject', reason: '不是' },
  }),
  decideReopening: about('reopen_requested', () => ({ isAccepted: false, reply: '已复查' })),
  acceptReport: about('assigned'),
  giveBackReport: about('assigned', () => ({ reason: '不归我们' })),
  askReporter: about('in_progress', () => ({ question: '在几楼？' })),
  scheduleReport: about('in_progress', () => ({ until: '2026-12-01T09:00:00+08:00', words: '下周一' })),
  transferReport: about('in_progress', () => ({ receiver: '供电公司', words: '已转过去' })),
  resumeReport: about('transferred'),
  resolveReport: about('in_progress', async (world, place) => ({
    words: '修好了',
    afterMediaIds: [await photo(world, place, 'after')],
  })),
  addReportNote: aboutRead(() => ({ words: '给同事看的' })),
  listGridTasks: asGrid(),
  verifyReport: about('resolved', async (world, place) => ({
    isMended: true,
    mediaIds: [await photo(world, place, 'verification')],
  })),
  getGridFigures: asGrid(),
} satisfies Partial<Record<keyof typeof policy, Samples>>;
