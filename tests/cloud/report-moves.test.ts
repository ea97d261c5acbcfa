import type { CaseRow } from '../../src/contract/report-cases';
import type { Report } from '../../src/contract/reports';
import { startTestCloud, type TestCloud } from '../support/cloud';
import type { MadePerson } from '../support/made-person';
import { outang, positionNear, post } from '../support/outang';
import { atDesk, doneBody, inProgress, makeCase, makeDepartment, makeStaff } from '../support/report-desk';

let cloud: TestCloud;
let staff: ReturnType<typeof atDesk>;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = atDesk(cloud, await makeStaff(cloud));
});
afterAll(() => cloud.close());

const far = (metres: number) => ({ position: positionNear(outang.noodles.at, metres) });
const asReporter = async (reporter: MadePerson, id: string, what: string, body: object) =>
  (await post(cloud, `/api/reports/${id}/${what}`, reporter.headers, body)).json<Report>();

describe('moves', () => {
  test('given, taken on, asked, answered, scheduled, gone on with and done: each is written down', async () => {
    const { id, officer, reporter, department, version } = await inProgress(cloud, staff);
    const asked = await officer.do('ask', id, { question: '在几楼？', version });
    expect(asked).toMatchObject({
      state: 'info_requested',
      question: '在几楼？',
      due: 'none',
      can: { resolve: false },
    });
    await asReporter(reporter, id, 'answers', { words: '三楼', version: asked.version });
    const until = new Date(cloud.clock.now().getTime() + 86_400_000).toISOString();
    const scheduled = await officer.do('schedule', id, {
      until,
      words: '明天来修',
      version: asked.version + 1,
    });
    expect(scheduled).toMatchObject({ state: 'scheduled', can: { resume: true } });
    const resumed = await officer.do('resume', id, { version: scheduled.version });
    const body = await doneBody(cloud, department.officer, resumed.version);
    expect((await officer.do('resolve', id, { ...body, afterMediaIds: [] })).code).toBe(
      'after_photo_missing',
    );
    expect((await officer.do('resolve', id, { ...body, words: ' ' })).code).toBe('invalid_input');
    const done = await officer.do('resolve', id, body);
    expect(done).toMatchObject({ state: 'resolved', due: 'none', can: { resolve: false, note: true } });
    expect(done.entries.map(({ action, by }) => [action, by])).toEqual([
      ['submit', 'reporter'],
      ['screen', 'system'],
      ['screen', 'system'],
      ['assign', 'staff'],
      ['accept', 'department'],
      ['ask', 'department'],
      ['answer', 'reporter'],
      ['schedule', 'department'],
      ['resume', 'department'],
      ['resolve', 'department'],
    ]);
    expect(done.entries.at(-1)).toMatchObject({ person: '测试骑手', photos: [{ kind: 'after' }] });
  });

  test('who is late hears how it stands by now', async () => {
    const { id, officer, version } = await inProgress(cloud, staff);
    await officer.do('ask', id, { question: '在几楼？', version });
    expect(await officer.do('ask', id, { question: '在哪？', version })).toMatchObject({
      code: 'report_state',
      current: { state: 'info_requested', version: version + 1 },
    });
    const { id: fresh, version: seen } = await makeCase(cloud);
    await staff.do('recategorise', fresh, { category: 'other', reason: '都不是', version: seen });
    expect(await staff.do('reject', fresh, { reason: '重复', version: seen })).toMatchObject({
      code: 'conflict',
      current: { state: 'triage', version: seen + 1 },
    });
  });

  test('given back goes to the desk, with its reason', async () => {
    const { id, version } = await makeCase(cloud);
    const department = await makeDepartment(cloud);
    const given = await staff.do('assign', id, {
      assignee: { kind: 'department', id: department.id },
      version,
    });
    const officer = atDesk(cloud, department.officer);
    await officer.do('giveBack', id, { reason: '归城管', version: given.version });
    expect(await staff.see(id)).toMatchObject({ state: 'triage', assignee: null, givenBack: 1 });
    expect((await officer.see(id)).code).toBe('not_found');
  });

  test('rejected and referred with a reason; to nobody who is not there; not into the past', async () => {
    const one = await makeCase(cloud);
    expect((await staff.do('reject', one.id, { reason: ' ', version: one.version })).code).toBe(
      'invalid_input',
    );
    expect(await staff.do('reject', one.id, { reason: '不是隐患', version: one.version })).toMatchObject({
      state: 'rejected',
    });
    const two = await makeCase(cloud);
    const referred = await staff.do('refer', two.id, {
      receiver: '供电公司',
      reason: '归他们',
      version: two.version,
    });
    expect(referred.entries.at(-1)).toMatchObject({ action: 'refer', receiver: '供电公司', words: '归他们' });
    const three = await makeCase(cloud);
    const assignee = { kind: 'department', id: outang.id };
    expect((await staff.do('assign', three.id, { assignee, version: three.version })).code).toBe(
      'assignee_unknown',
    );
    const { id, officer, version } = await inProgress(cloud, staff);
    const past = { until: '2020-01-01T00:00:00+08:00', words: '早就', version };
    expect((await officer.do('schedule', id, past)).code).toBe('until_past');
  });

  test('asked to be looked at again: the organiser opens it again or says why not', async () => {
    const { id, officer, reporter, department, version } = await inProgress(cloud, staff);
    const done = await officer.do('resolve', id, await doneBody(cloud, department.officer, version));
    const asked = await asReporter(reporter, id, 'reopening', { reason: '没修好', version: done.version });
    const organiser = atDesk(cloud, await makeStaff(cloud, 'organiser'));
    const decision = { isAccepted: true, reply: '再去看看', version: asked.version };
    expect((await staff.do('decideReopening', id, decision)).code).toBe('forbidden');
    const opened = await organiser.do('decideReopening', id, decision);
    expect(opened).toMatchObject({ state: 'assigned', assignee: { id: department.id } });
    const again = await officer.do('accept', id, { version: opened.version });
    const second = await officer.do('resolve', id, await doneBody(cloud, department.officer, again.version));
    const wish = await asReporter(reporter, id, 'reopening', { reason: '还是没好', version: second.version });
    const no = { isAccepted: false, reply: '已现场确认修好', version: wish.version };
    expect(await organiser.do('decideReopening', id, no)).toMatchObject({ state: 'resolved' });
  });

  test('a note is for colleagues alone', async () => {
    const { id, officer, reporter } = await inProgress(cloud, staff);
    const noted = await officer.do('note', id, { words: '物业电话打不通' });
    expect(noted.entries.at(-1)).toMatchObject({ action: 'note', isInternal: true, words: '物业电话打不通' });
    const mine = await cloud.app.inject({ url: `/api/reports/${id}`, headers: reporter.headers });
    expect(mine.json<Report>().entries.map(({ action }) => action)).not.toContain('note');
  });
});

describe('duplicates', () => {
  test('those near and like it are shown with their photos; not far ones, not what nobody has looked at', async () => {
    const place = far(5_000);
    const first = await makeCase(cloud, undefined, place);
    const near = await makeCase(cloud, undefined, far(5_030));
    const other = await makeCase(cloud, undefined, { ...far(5_010), category: 'environment' });
    await makeCase(cloud, undefined, far(5_300));
    const { items } = await staff.ask<{ items: (CaseRow & { distanceM: number; photos: object[] })[] }>(
      `/cases/${first.id}/possible-duplicates`,
    );
    expect(items.map(({ id }) => id)).toEqual([near.id, other.id]);
    expect(items[0]).toMatchObject({ distanceM: 30, photos: [{ kind: 'report' }] });
  });

  test('merged, its reporter follows the other; not into itself, nor into what is merged', async () => {
    const canonical = await makeCase(cloud);
    const copy = await makeCase(cloud);
    const body = { canonicalId: canonical.id, version: copy.version };
    expect((await staff.do('merge', copy.id, { ...body, canonicalId: copy.id })).code).toBe(
      'canonical_unknown',
    );
    expect(await staff.do('merge', copy.id, body)).toMatchObject({
      state: 'duplicate',
      canonical: { id: canonical.id },
    });
    const other = await makeCase(cloud);
    expect((await staff.do('merge', other.id, { canonicalId: copy.id, version: other.version })).code).toBe(
      'canonical_unknown',
    );
    expect(await staff.see(canonical.id)).toMatchObject({ followers: 1, duplicates: [{ id: copy.id }] });
  });
});

test('many at once: each is judged by itself', async () => {
  const [one, two] = [await makeCase(cloud), await makeCase(cloud)];
  const { id: gone } = await inProgress(cloud, staff);
  const department = await makeDepartment(cloud);
  const move = { action: 'assign', assignee: { kind: 'department', id: department.id } };
  const items = [
    { reportId: one.id, version: one.version },
    { reportId: two.id, version: two.version + 7 },
    { reportId: gone, version: 1 },
    { reportId: outang.id, version: 1 },
  ];
  const answer = await staff.ask<{ items: { moved: CaseRow | null; problem: { code: string } | null }[] }>(
    '/cases/moves',
    'POST',
    { items, move },
  );
  expect(answer.items.map(({ moved, problem }) => [moved?.state, problem?.code])).toEqual([
    ['assigned', undefined],
    [undefined, 'conflict'],
    [undefined, 'report_state'],
    [undefined, 'not_found'],
  ]);
  expect(await staff.see(two.id)).toMatchObject({ state: 'triage', version: two.version });
});

test('replies to choose from are kept, up to a number, and taken out', async () => {
  const saved = await staff.ask<{ id: string }>('/reply-templates', 'POST', {
    title: ' 已派单 ',
    text: '已派人去看。',
  });
  expect(saved).toMatchObject({ title: '已派单', text: '已派人去看。' });
  const list = async () => (await staff.ask<{ items: { id: string }[] }>('/reply-templates')).items;
  expect((await list()).map(({ id }) => id)).toContain(saved.id);
  await staff.ask(`/reply-templates/${saved.id}`, 'DELETE');
  expect((await list()).map(({ id }) => id)).not.toContain(saved.id);
  expect((await staff.ask(`/reply-templates/${saved.id}`, 'DELETE')).code).toBe('not_found');
});
