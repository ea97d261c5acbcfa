import type { CaseRow } from '../../src/contract/report-cases';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson } from '../support/made-person';
import { sendReport } from '../support/made-report';
import { outang } from '../support/outang';
import {
  atDesk,
  here,
  inProgress,
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

const numbersOf = (rows: readonly CaseRow[]) => rows.map(({ number }) => number);

describe('lists', () => {
  test('by state, category, deadline and words, and a number finds the one', async () => {
    const light = await makeCase(cloud, undefined, {
      category: 'safety_hazard',
      words: '路灯不亮，荷风路口太黑',
    });
    const lid = await makeCase(cloud, undefined, { words: '井盖松动，会响' });
    const [first] = await staff.list('?search=荷风路口');
    expect(first).toMatchObject({
      id: light.id,
      state: 'triage',
      due: 'soon',
      assignee: null,
      next: { by: 'staff' },
    });
    expect(await staff.list('?search=不存在的话')).toEqual([]);
    expect((await staff.list(`?search=${first?.number ?? 0}`)).map(({ id }) => id)).toEqual([light.id]);
    const hazards = await staff.list('?state=triage&category=safety_hazard&isOpen=true');
    expect(hazards.map(({ id }) => id)).toContain(light.id);
    expect(hazards.map(({ id }) => id)).not.toContain(lid.id);
    expect((await staff.list('?due=overdue&limit=50')).map(({ id }) => id)).not.toContain(light.id);
    expect(await staff.list('?search=%25')).toEqual([]);
    expect(await staff.list('?from=2026-11-24')).toEqual([]);
    expect((await staff.list('?from=2026-11-23&to=2026-11-23&limit=50')).map(({ id }) => id)).toContain(
      lid.id,
    );
  });

  test.each(['due', 'newest'])(
    'page by page in the order of %s nothing is missed and nothing comes twice',
    async (order) => {
      for (let count = 0; count < 3; count += 1) await makeCase(cloud);
      const whole = numbersOf(await staff.list(`?order=${order}&isOpen=true&limit=50`));
      const paged: number[] = [];
      let cursor = '';
      do {
        const query = `?order=${order}&isOpen=true&limit=2${cursor && `&cursor=${cursor}`}`;
        const page = await staff.ask<{ items: CaseRow[]; nextCursor: string | null }>(`/cases${query}`);
        paged.push(...numbersOf(page.items));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(paged.length);
    },
  );

  test('what nobody has looked at is there, but not what it says or shows', async () => {
    const reporter = await makePerson(cloud, [{ ...here, roles: ['rider'] }]);
    // Its words want a person's look, so it stays.
    const { id } = await sendReport(cloud, reporter, { words: '还没有人看过：物业是傻*逼' });
    const found = (await staff.list('?state=screening&limit=50')).find((row) => row.id === id);
    expect(found).toMatchObject({ words: null, placeText: null, photo: null });
    expect((await staff.see(id)).entries[0]).toMatchObject({ words: null, photos: [] });
  });

  test('a wrong cursor and an unknown filter are refused', async () => {
    expect((await staff.ask('/cases?cursor=x')).code).toBe('invalid_input');
    expect((await staff.ask('/cases?colour=red')).code).toBe('invalid_input');
    expect((await staff.ask('/cases?state=somewhere')).code).toBe('invalid_input');
  });
});

describe('who sees what', () => {
  test('a department sees what was given to it, a grid member what was given to them, the auditor all and touches nothing', async () => {
    const { id, department, officer, version } = await inProgress(cloud, staff);
    const other = await makeDepartment(cloud);
    const { id: gridId, person } = await makeGridMember(cloud);
    const given = await makeCase(cloud);
    await staff.do('assign', given.id, {
      assignee: { kind: 'grid_member', id: gridId },
      version: given.version,
    });

    expect((await officer.list()).map((row) => row.id)).toEqual([id]);
    expect(await atDesk(cloud, other.officer).list()).toEqual([]);
    expect((await atDesk(cloud, other.officer).see(id)).code).toBe('not_found');
    expect(
      (await atDesk(cloud, other.officer).do('giveBack', id, { reason: '不归我们', version })).code,
    ).toBe('not_found');
    expect((await atDesk(cloud, person).list()).map((row) => row.id)).toEqual([given.id]);
    const auditor = atDesk(cloud, await makeStaff(cloud, 'auditor'));
    const seen = await auditor.see(id);
    expect(Object.values(seen.can).some(Boolean)).toBe(false);
    expect((await auditor.do('giveBack', id, { reason: '试试', version })).code).toBe('forbidden');
    expect((await officer.see(id)).assignee).toMatchObject({ kind: 'department', id: department.id });
    expect((await officer.ask<{ states: object[] }>('/cases/count')).states).toEqual([
      { state: 'in_progress', count: 1, overdue: 0 },
    ]);
  });

  test('who wants to be unknown is known to staff, not to the department; the look is written down', async () => {
    const { id, officer, reporter } = await inProgress(cloud, staff, { isAnonymous: true });
    expect((await officer.see(id)).reporter).toBeNull();
    expect((await staff.see(id)).reporter).toMatchObject({ personId: reporter.id });
    const open = await inProgress(cloud, staff);
    expect((await open.officer.see(open.id)).reporter).toMatchObject({ personId: open.reporter.id });
    const admin = await makePerson(cloud, [{ ...here, roles: ['admin'] }]);
    const { items } = await atDesk(cloud, admin).ask<{ items: { action: string; details: object }[] }>(
      '/audit-entries',
    );
    expect(items[0]).toMatchObject({ action: 'case_viewed', details: { reportId: open.id } });
  });

  test('to whom a report can be given', async () => {
    const department = await makeDepartment(cloud);
    const { id } = await makeGridMember(cloud, ['荷风路']);
    const answer = await staff.ask<{
      departments: { id: string }[];
      gridMembers: { id: string; name: string }[];
    }>('/cases/assignees');
    expect(answer.departments.map((one) => one.id)).toContain(department.id);
    expect(answer.gridMembers.find((one) => one.id === id)).toMatchObject({
      name: expect.stringMatching(/^藕塘-\d{3} 测试骑手$/) as string,
      areas: ['荷风路'],
    });
  });
});

describe('counts', () => {
  const counted = statement<{ state: string; count: number }>(
    'test_count_states',
    'select state, count(*)::int as count from reports where community_id = $1 group by state',
  );

  test('are those of the reports, however they moved, before and after they are added up', async () => {
    const { id, officer, version } = await inProgress(cloud, staff);
    await officer.do('ask', id, { question: '在几楼？', version });
    const late = await makeCase(cloud);
    await staff.do('recategorise', late.id, {
      category: 'environment',
      reason: '是垃圾',
      version: late.version,
    });
    const compare = async () => {
      const { states } = await staff.ask<{ states: { state: string; count: number }[] }>('/cases/count');
      const rows = await cloud.database.rows(counted, [outang.id]);
      const byState = (list: readonly { state: string; count: number }[]) =>
        Object.fromEntries(list.map(({ state, count }) => [state, count]));
      expect(byState(states)).toEqual(byState(rows));
      const ofDay = await staff.ask<{ states: object[] }>('/cases/count?from=2026-11-01&to=2026-11-30');
      expect(ofDay.states).toEqual(states);
      expect((await staff.ask<{ states: object[] }>('/cases/count?to=2026-11-01')).states).toEqual([]);
    };
    await compare();
    cloud.clock.advance({ minutes: 1 });
    await cloud.jobs.drain();
    await compare();
    const { states } = await staff.ask<{ states: { state: string; count: number }[] }>(
      '/cases/count?category=environment&state=triage',
    );
    expect(states).toEqual([{ state: 'triage', count: 1, overdue: 0 }]);
  });

  test('what is late is counted as late, under the same filters as the list', async () => {
    const { id } = await makeCase(cloud, undefined, { category: 'street_trading', words: '摊位占了盲道' });
    cloud.clock.advance({ days: 3 });
    const asked = ['?category=street_trading', '?search=占了盲道'];
    for (const query of asked)
      expect(await staff.ask(`/cases/count${query}`)).toEqual({
        states: [{ state: 'triage', count: 1, overdue: 1 }],
        overdue: 1,
        soon: 0,
      });
    const [row] = await staff.list('?due=overdue&category=street_trading');
    expect(row).toMatchObject({ id, due: 'overdue', next: { isOverdue: true } });
  });
});
