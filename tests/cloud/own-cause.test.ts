import type { Conflict, DayList } from '../../src/contract/attendance-days';
import type { ProblemBody } from '../../src/contract/http';
import * as queries from '../../src/cloud/requests/queries';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeActivity } from '../support/made-activity';
import { makeDay } from '../support/made-day';
import { makePerson, type MadePerson } from '../support/made-person';
import { atRequests, makeCategory, makeRider, sendRequest } from '../support/made-request';
import { outang, post } from '../support/outang';

/** Nobody judges in their own cause. */
let cloud: TestCloud;
let staff: MadePerson;
const base = `/api/communities/${outang.id}`;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
afterAll(() => cloud.close());
const codeOf = async (url: string, { headers }: MadePerson, body: object) =>
  (await post(cloud, url, headers, body)).json<ProblemBody>().code;

describe('an officer and staff who ask their own department', () => {
  test('deal with it in no way, and are offered none; a colleague does', async () => {
    const { id: categoryId, departmentId, officer } = await makeCategory(cloud);
    for (const asker of [officer, staff]) {
      const sent = await sendRequest(cloud, asker, categoryId);
      const own = atRequests(cloud, asker);
      const seen = await own.see(sent.id);
      expect(new Set(Object.values(seen.can))).toEqual(new Set([false]));
      const seenAt = { version: sent.version };
      const refusals = [
        await own.accept(sent.id, seenAt),
        await own.question(sent.id, { question: '多少钱', ...seenAt }),
        await own.answer(sent.id, { words: '好的', ...seenAt }),
        await own.note(sent.id, { words: '先放一放' }),
        await own.assign(sent.id, { departmentId, ...seenAt }),
        await own.giveBack(sent.id, { reason: '不归我们管', ...seenAt }),
      ];
      expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'request_own_case'));
      expect(refusals[0]?.title).toBe('这是您自己提的诉求，请由别的同事处理');
      const colleague = atRequests(cloud, asker === staff ? officer : staff);
      const given = { departmentId, officerId: asker.id, ...seenAt };
      expect((await colleague.assign(sent.id, given)).code).toMatch(
        asker === officer ? 'request_own_case' : /request_(own_case|assignee_unknown)/,
      );
      expect((await colleague.accept(sent.id, seenAt)).state).toBe('accepted');
      await colleague.note(sent.id, { words: '核实一下工号' });
      expect(JSON.stringify(await own.see(sent.id))).not.toContain('核实一下工号');
    }
  });

  test('nor by the statement itself, whatever was known before', async () => {
    const { id: categoryId } = await makeCategory(cloud);
    const rider = await makeRider(cloud);
    const { id } = await sendRequest(cloud, rider, categoryId);
    const record = await cloud.database.row(queries.find, [outang.id, id]);
    if (!record) throw new Error('No such request');
    const moveBy = (handlerId: string) =>
      cloud.database.row(
        queries.move,
        queries.movedValues(record, { ...record, state: 'accepted' }, handlerId),
      );
    expect(await moveBy(rider.id)).toBeUndefined();
    expect((await moveBy(staff.id))?.state).toBe('accepted');
  });
});

test('their own absence is not theirs to forgive, nor are their own times to mend', async () => {
  const leader = await makeRider(cloud);
  const day = await makeDay(cloud, { leaderId: leader.id, people: [staff.id, leader.id] });
  const forgiveness = `${day.path}/no-shows/${staff.id}/forgiveness`;
  expect(await codeOf(forgiveness, staff, { reason: '临时有事' })).toBe('no_show_own');
  const mark = (mode: 'tick' | 'set') => ({
    ...{ personId: leader.id, kind: 'in', mode },
    at: day.startsAt.toISOString(),
  });
  const marked = async (mode: 'tick' | 'set', by: MadePerson) =>
    (await post(cloud, `${day.path}/attendances`, by.headers, { marks: [mark(mode)] })).json<{
      conflicts: Conflict[];
      list: DayList;
    }>();
  expect((await marked('tick', leader)).conflicts).toEqual([]);
  expect((await marked('set', leader)).conflicts).toMatchObject([{ personId: leader.id, reason: 'own' }]);
  expect((await marked('set', staff)).conflicts).toEqual([]);
});

test('their own honours and their own place are for others to give', async () => {
  const honour = { kind: 'commendation', title: '优秀志愿者', givenBy: '社区', givenOn: '2026-11-01' };
  expect(await codeOf(`${base}/members/${staff.id}/honours`, staff, honour)).toBe('honour_own');
  const activityId = await makeActivity(cloud);
  const url = `${base}/activities/${activityId}/sign-ups`;
  expect(await codeOf(url, staff, { personId: staff.id })).toBe('sign_up_self');
});
