import type { ProblemBody } from '../../src/contract/http';
import type { GridFigures, GridTask } from '../../src/contract/report-checks';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { makePhoto } from '../support/made-report';
import { positionNear } from '../support/outang';
import {
  atDesk,
  doneBody,
  here,
  makeCase,
  makeDepartment,
  makeGridMember,
  makeStaff,
} from '../support/report-desk';

let cloud: TestCloud;
let staff: ReturnType<typeof atDesk>;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = atDesk(cloud, await makeStaff(cloud));
});
afterAll(() => cloud.close());

interface Page {
  items: GridTask[];
  nextCursor: string | null;
}

/** In the block 藕塘新村, and far from every block. */
const inBlock = { lat: 31.8917, lng: 117.2476 };
const outside = { lat: 31.99, lng: 117.4 };
const at = (place: typeof inBlock, metres = 0) => ({ position: positionNear(place, metres) });

const tasksOf = ({ person }: { person: MadePerson }, query = '') =>
  atDesk(cloud, person).ask<Page>(`/grid-tasks${query}`);
const near = ({ lat, lng }: typeof inBlock) => `?lat=${lat}&lng=${lng}`;

/** Said to be done by a department, or by a grid member. */
async function resolved(body: object, doer?: Awaited<ReturnType<typeof makeGridMember>>) {
  const department = await makeDepartment(cloud);
  const { id, reporter, version } = await makeCase(cloud, undefined, body);
  const assignee = doer ? { kind: 'grid_member', id: doer.id } : { kind: 'department', id: department.id };
  const worker = doer?.person ?? department.officer;
  await staff.do('assign', id, { assignee, version });
  await atDesk(cloud, worker).do('accept', id, { version: version + 1 });
  const done = await atDesk(cloud, worker).do('resolve', id, await doneBody(cloud, worker, version + 2));
  if (done.state !== 'resolved') throw new Error(JSON.stringify(done));
  return { id, reporter, version: done.version };
}

const check = async (person: MadePerson, id: string, body: object) =>
  atDesk(cloud, person).ask<GridTask & ProblemBody>(`/grid-tasks/${id}/verification`, 'POST', {
    mediaIds: [await makePhoto(cloud, person.id, 'verification')],
    ...body,
  });

describe('tasks', () => {
  test('what is given comes first, with its deadline; then what is done near where one stands, the nearest first', async () => {
    const member = await makeGridMember(cloud);
    const given = await makeCase(cloud, undefined, at(outside, 5_000));
    await staff.do('assign', given.id, {
      assignee: { kind: 'grid_member', id: member.id },
      version: given.version,
    });
    const far = await resolved(at(outside, 400));
    const close = await resolved(at(outside, 100));
    await resolved(at(outside, 600));
    const { items } = await tasksOf(member, near(outside));
    expect(items.map(({ id, kind, distanceM }) => [id, kind, distanceM])).toEqual([
      [given.id, 'assigned', 5_000],
      [close.id, 'verify', 100],
      [far.id, 'verify', 400],
    ]);
    expect(items[0]).toMatchObject({ isOverdue: false, photos: [{ kind: 'report' }] });
    expect(items[1]?.photos.map(({ kind }) => kind)).toEqual(['report', 'after']);
    expect((await tasksOf(member, `${near(outside)}&kind=verify`)).items).toHaveLength(2);
    expect((await tasksOf(member, '?kind=assigned')).items.map(({ id }) => id)).toEqual([given.id]);
    expect((await tasksOf(member)).items.map(({ id }) => id)).toEqual([given.id]);
  });

  test('what is done in one’s areas is there wherever one stands, page by page', async () => {
    const member = await makeGridMember(cloud, ['藕塘新村']);
    const done = [await resolved(at(inBlock)), await resolved(at(inBlock, 5))];
    const first = await tasksOf(member, '?limit=1');
    const second = await tasksOf(member, `?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      done.map(({ id }) => id).sort(),
    );
    expect(second.nextCursor).toBeNull();
    expect((await tasksOf(await makeGridMember(cloud, ['荷塘雅苑']))).items).toEqual([]);
  });

  test('not for who is no active grid member; half a position is none', async () => {
    const rider = await makePerson(cloud, [{ ...here, roles: ['rider', 'grid_member'] }]);
    expect((await atDesk(cloud, rider).ask('/grid-tasks')).code).toBe('forbidden');
    expect((await tasksOf(await makeGridMember(cloud), '?lat=31.9')) as unknown).toMatchObject({
      code: 'position_incomplete',
    });
  });
});

describe('looking on the spot', () => {
  test('mended: it is written down with its photo, and nobody is asked to look again', async () => {
    const [member, other] = [await makeGridMember(cloud), await makeGridMember(cloud)];
    const { id, version } = await resolved(at(outside, 2_000));
    expect((await check(member.person, id, { isMended: true, version, mediaIds: [] })).code).toBe(
      'report_photos',
    );
    expect(await check(member.person, id, { isMended: true, words: '路面已平', version })).toMatchObject({
      id,
      state: 'resolved',
    });
    expect((await check(other.person, id, { isMended: false, version })).code).toBe('report_state');
    expect((await tasksOf(other, near(at(outside, 2_000).position))).items).toEqual([]);
    expect((await staff.see(id)).entries.at(-1)).toMatchObject({
      action: 'verify',
      by: 'grid_member',
      words: '路面已平',
      photos: [{ kind: 'verification' }],
    });
  });

  test('not mended: the organiser decides whether it is opened again', async () => {
    const member = await makeGridMember(cloud);
    const { id, version } = await resolved(at(outside, 3_000));
    const task = await check(member.person, id, { isMended: false, version });
    expect(task).toMatchObject({ state: 'reopen_requested' });
    const organiser = atDesk(cloud, await makeStaff(cloud, 'organiser'));
    const seen = await organiser.see(id);
    expect(seen).toMatchObject({ state: 'reopen_requested', can: { decideReopening: true } });
    expect(seen.entries.at(-1)).toMatchObject({ action: 'ask_to_reopen', by: 'grid_member' });
    const no = { isAccepted: false, reply: '已复查', version: task.version };
    expect(await organiser.do('decideReopening', id, no)).toMatchObject({ state: 'resolved' });
    expect((await tasksOf(member, near(at(outside, 3_000).position))).items).toEqual([]);
  });

  test('not one’s own report, not one’s own work, not what others have changed', async () => {
    const member = await makeGridMember(cloud);
    const work = await resolved(at(outside, 8_000), member);
    expect((await check(member.person, work.id, { isMended: true, version: work.version })).code).toBe(
      'forbidden',
    );
    const own = await resolved(at(outside, 8_010));
    const reporter = await makeGridMember(cloud);
    expect((await check(reporter.person, own.id, { isMended: true, version: 1 })).code).toBe('conflict');
    expect((await tasksOf(member, near(at(outside, 8_000).position))).items.map(({ id }) => id)).toEqual([
      own.id,
    ]);
    const open = await makeCase(cloud);
    expect((await check(member.person, open.id, { isMended: true, version: open.version })).code).toBe(
      'report_state',
    );
  });
});

test('figures count one’s own month by the calendar of the community', async () => {
  const member = await makeGridMember(cloud);
  await makeCase(cloud, member.person);
  await resolved(at(outside, 9_000), member);
  const [good, bad] = [await resolved(at(outside, 9_100)), await resolved(at(outside, 9_200))];
  await check(member.person, good.id, { isMended: true, version: good.version });
  await check(member.person, bad.id, { isMended: false, version: bad.version });
  const figures = (query = '') =>
    atDesk(cloud, member.person).ask<GridFigures>(`/grid-tasks/figures${query}`);
  const november = { month: '2026-11', reported: 1, resolved: 1, verified: 2, foundUnmended: 1 };
  expect(await figures()).toEqual(november);
  expect(await figures('?month=2026-11')).toEqual(november);
  expect(await figures('?month=2026-10')).toMatchObject({ reported: 0, verified: 0 });
  expect((await figures('?month=2026-13')) as unknown).toMatchObject({ code: 'invalid_input' });
});
