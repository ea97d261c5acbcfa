import type { ProblemBody } from '../../src/contract/http';
import type { Department, Member } from '../../src/contract/members';
import type { Notice } from '../../src/contract/notices';
import type { Me, Membership } from '../../src/contract/people';
import type { Role } from '../../src/contract/roles';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { startIdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, checkIn, newTown, outang } from '../support/outang';

let cloud: TestCloud;
let staff: MadePerson;
let organiser: MadePerson;
let admin: MadePerson;
/** A member has a status of their own. */
type Refused = Pick<ProblemBody, 'code' | 'fields'>;

const here = outang.id;
const holding = (...roles: Role[]) => [{ communityId: here, roles }];

beforeAll(async () => {
  cloud = await startTestCloud();
  await change(cloud, 'stations', newTown.script);
  staff = await makePerson(cloud, holding('staff'));
  organiser = await makePerson(cloud, holding('organiser'));
  admin = await makePerson(cloud, holding('admin'));
});
afterAll(() => cloud.close());

async function ask<Answer>(
  { headers }: Pick<MadePerson, 'headers'>,
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
): Promise<Answer & Refused> {
  const url = `/api/communities/${here}${path}`;
  const answer = await cloud.app.inject({ method, url, headers, ...(payload && { payload }) });
  return (answer.body === '' ? { status: answer.statusCode } : answer.json()) as Answer & Refused;
}
const find = async (query: string) =>
  (await ask<{ items: Member[] }>(staff, 'GET', `/members?${query}`)).items.map(({ nickname }) => nickname);
const memberOf = (person: MadePerson) => ask<Member>(staff, 'GET', `/members/${person.id}`);
const setStatus = (asker: MadePerson, person: MadePerson, body: object) =>
  ask<Member>(asker, 'PUT', `/members/${person.id}/status`, body);
const setRoles = (
  asker: MadePerson,
  person: MadePerson,
  roles: string[],
  version = 1,
  departmentIds: string[] = [],
) => ask<Member>(asker, 'PUT', `/members/${person.id}/roles`, { roles, departmentIds, version });
const meOf = async ({ headers }: MadePerson) =>
  (await cloud.app.inject({ url: '/api/me', headers })).json<Me>();
const noticesOf = async ({ headers }: MadePerson) =>
  (await cloud.app.inject({ url: '/api/notices', headers })).json<{ items: Notice[] }>().items;

describe('finding members', () => {
  test('by part of the nickname, whatever the case; signs mean nothing but themselves', async () => {
    await makePerson(cloud, holding('rider'), 'Anna 100%');
    expect(await find('search=anna')).toEqual(['Anna 100%']);
    expect(await find(`search=${encodeURIComponent('0%')}`)).toEqual(['Anna 100%']);
    expect(await find(`search=${encodeURIComponent('_nna')}`)).toEqual([]);
  });

  test('by the badge number, and by role and status', async () => {
    expect(await find(`search=${encodeURIComponent('藕塘-007')}`)).toContain('张网格');
    expect(await find('role=auditor')).toEqual(['审计老何']);
    const paused = await makePerson(
      cloud,
      [{ communityId: here, roles: ['rider'], status: 'paused' }],
      '停一停',
    );
    expect(await find('status=paused')).toEqual([paused.nickname]);
  });

  test('page by page each comes once, in order of the name', async () => {
    const all: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 50; pages += 1) {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const page: { items: Member[]; nextCursor: string | null } = await ask(
        staff,
        'GET',
        `/members?limit=3${query}`,
      );
      all.push(...page.items.map(({ personId }) => personId));
      cursor = page.nextCursor;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(10);
  });

  test('a phone number finds its person whole, is shown masked, and is not written down', async () => {
    const world = await startIdentityCloud();
    const session = await world.withPhone('+8613812345678');
    await world.call('PUT', `/api/communities/${here}/membership`, { session });
    const headers = await world.cloud.signIn('staff');
    const search = async (text: string) => {
      const url = `/api/communities/${here}/members?search=${text}`;
      return (await world.cloud.app.inject({ url, headers })).json<{ items: Member[] }>().items;
    };
    expect(await search('138-1234-5678')).toMatchObject([{ maskedPhone: '138****5678' }]);
    expect(await search('13812345679')).toEqual([]);
    expect(await search('5678')).toEqual([]);
    const log = statement<{ row: string }>('test_audit', 'select e::text as row from audit_entries e');
    const rows = await world.cloud.database.rows(log);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes('12345678') || row.includes('1234-5678'))).toBe(false);
    await world.close();
  });
});

describe('belonging', () => {
  test('one joins as a rider, once, several communities too, and chooses the current one', async () => {
    const rider = await makePerson(cloud);
    const joined = await ask<Membership>(rider, 'PUT', '/membership');
    expect(joined).toMatchObject({ communityId: here, roles: ['rider'], status: 'joined' });
    const url = `/api/communities/${newTown.id}/membership`;
    await cloud.app.inject({ method: 'PUT', url, headers: rider.headers });
    await ask(rider, 'PUT', '/membership');
    const payload = { currentCommunityId: newTown.id };
    const chosen = await cloud.app.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: rider.headers,
      payload,
    });
    expect(chosen.json<Me>()).toMatchObject({ currentCommunityId: newTown.id, memberships: [{}, {}] });
  });

  test('one leaves, and visits are nobody’s; who has a working role hands it over first', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    await checkIn(cloud, rider.headers, { code: outang.centre.code });
    expect(await ask(rider, 'DELETE', '/membership')).toEqual({ status: 204 });
    expect((await meOf(rider)).memberships).toEqual([]);
    expect((await ask<object>(staff, 'DELETE', '/membership')).code).toBe('has_duties');
    expect((await meOf(staff)).memberships).toHaveLength(1);
  });
});

describe('status', () => {
  test('is verified, paused with a reason, and resumed; the person is told each time', async () => {
    const rider = await makePerson(cloud, holding('rider', 'grid_member'));
    expect(await setStatus(staff, rider, { status: 'verified', version: 1 })).toMatchObject({
      status: 'verified',
      version: 2,
    });
    const paused = await setStatus(staff, rider, { status: 'paused', reason: '证件过期', version: 2 });
    expect(paused).toMatchObject({ status: 'paused', pauseReason: '证件过期' });
    expect((await meOf(rider)).memberships[0]?.status).toBe('paused');
    expect(await setStatus(staff, rider, { status: 'resumed', version: 3 })).toMatchObject({
      status: 'verified',
      pauseReason: null,
    });
    const [resumed, stopped, verified] = await noticesOf(rider);
    expect([resumed?.title, stopped?.title, verified?.title]).toEqual([
      '社区身份已恢复',
      '社区身份已暂停',
      '身份已核实',
    ]);
    expect(stopped?.text).toContain('证件过期');
  });

  test('resumed it is what it was before: through a second reason, and joined where that was not kept', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    await setStatus(staff, rider, { status: 'verified', version: 1 });
    await setStatus(staff, rider, { status: 'paused', reason: '证件过期', version: 2 });
    await setStatus(staff, rider, { status: 'paused', reason: '请带新证件来', version: 3 });
    expect((await setStatus(staff, rider, { status: 'resumed', version: 4 })).status).toBe('verified');
    const longAgo = await makePerson(cloud, [{ communityId: here, roles: ['rider'], status: 'paused' }]);
    expect((await setStatus(staff, longAgo, { status: 'resumed', version: 1 })).status).toBe('joined');
  });

  test('what is not paused is not resumed', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    expect((await setStatus(staff, rider, { status: 'resumed', version: 1 })).code).toBe('conflict');
    expect(await memberOf(rider)).toMatchObject({ status: 'joined', version: 1 });
  });

  test('pausing without a word is refused by name', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    expect(await setStatus(staff, rider, { status: 'paused', version: 1 })).toMatchObject({
      code: 'reason_missing',
      fields: { reason: '请写一句原因' },
    });
  });

  test('roles of a paused member count no more, from the next request on', async () => {
    const colleague = await makePerson(cloud, holding('staff'));
    expect((await ask<object>(colleague, 'GET', '/members')).code).toBeUndefined();
    await setStatus(admin, colleague, { status: 'paused', reason: '离岗', version: 1 });
    expect((await ask<object>(colleague, 'GET', '/members')).code).toBe('forbidden');
  });

  test('who saw an older version is told so, and changes nothing', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    await setStatus(staff, rider, { status: 'verified', version: 1 });
    expect((await setStatus(staff, rider, { status: 'paused', reason: 'x', version: 1 })).code).toBe(
      'conflict',
    );
    expect((await memberOf(rider)).status).toBe('verified');
  });
});

describe('roles', () => {
  test('are set, count at once, and the person is told', async () => {
    const rider = await makePerson(cloud, holding('rider'));
    const member = await setRoles(organiser, rider, ['staff', 'activity_leader']);
    expect([...member.roles].sort()).toEqual(['activity_leader', 'rider', 'staff']);
    expect((await ask<object>(rider, 'GET', '/members')).code).toBeUndefined();
    expect((await noticesOf(rider))[0]?.text).toContain('社区工作人员、活动组织者');
  });

  test.each(['organiser', 'admin', 'auditor'])('an organiser neither gives nor takes %s', async (role) => {
    const rider = await makePerson(cloud, holding('rider'));
    expect((await setRoles(organiser, rider, [role])).code).toBe('role_not_yours_to_set');
    const holder = await makePerson(cloud, holding('rider', role as Role));
    expect((await setRoles(organiser, holder, [])).code).toBe('role_not_yours_to_set');
    const given = await setRoles(admin, rider, [role]);
    expect(given.roles).toContain(role);
    expect(given.can.giveRoles).toContain(role);
    const seen = await ask<Member>(organiser, 'GET', `/members/${rider.id}`);
    expect(seen.can.giveRoles).toContain('staff');
    expect(seen.can.giveRoles).not.toContain(role);
  });

  test('a department officer works in departments of this community', async () => {
    const { items } = await ask<{ items: Department[] }>(admin, 'GET', '/departments');
    expect(items.map(({ name }) => name).sort()).toEqual(['司法所', '妇联', '居民委员会', '工会'].sort());
    const rider = await makePerson(cloud, holding('rider'));
    expect((await setRoles(admin, rider, ['department_officer'])).code).toBe('department_missing');
    const unknown = await setRoles(admin, rider, ['department_officer'], 1, [newTown.id]);
    expect(unknown.fields).toEqual({ departmentIds: '没有这个部门' });
    const [first] = items;
    const member = await setRoles(admin, rider, ['department_officer'], 1, [first?.id ?? '']);
    expect(member.departmentIds).toEqual([first?.id]);
    const without = await setRoles(admin, rider, [], member.version);
    expect(without).toMatchObject({ roles: ['rider'], departmentIds: [] });
  });
});
