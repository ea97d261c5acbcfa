import { privacyNoticeVersion } from '../../src/contract/consents';
import type { StationVisits } from '../../src/contract/check-ins';
import type { ProblemBody } from '../../src/contract/http';
import type { Me } from '../../src/contract/people';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { bearer, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson } from '../support/made-person';
import { checkIn, get, newTown, change, outang } from '../support/outang';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
  await change(world.cloud, 'stations', newTown.script);
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script(
    `delete from rate_limits; update recurring_jobs set due_at = '2026-11-01'`,
  );
});
afterAll(() => world.close());

const ask = (session: Session) => world.call<Me & ProblemBody>('PUT', '/api/me/deletion', { session });
const pass = async (time: { days: number; hours?: number }) => {
  world.cloud.clock.advance(time);
  await world.cloud.jobs.drain();
};

const columns = statement<{ table: string; column: string; type: string }>(
  'test_columns',
  `select table_name as "table", column_name as "column", data_type as type from information_schema.columns
   where table_schema = 'public' order by 1, 2`,
);

/** Every column of every table in which one of the texts stands, in whatever it holds. */
async function whereIs(...needles: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column, type } of await world.cloud.database.rows(columns)) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const search = statement<object>(
      `test_search_${table}_${column}`,
      `select 1 from "${table}" where exists (select from unnest($1::text[]) needle where position(needle in ${text}) > 0) limit 1`,
    );
    if (await world.cloud.database.row(search, [needles])) found.push(`${table}.${column}`);
  }
  return found;
}

test('after seven days no table names the person any more, and counts are what they were', async () => {
  const phone = '+8613300000001';
  const openid = 'openid-of-someone-who-goes';
  const first = await world.withWechat(openid);
  const code = await world.phoneCode(phone);
  const session = await world.call<Session>('POST', '/api/me/identities/phone', {
    session: first,
    body: { phone, code },
  });
  const nickname = '要走的小陈';
  await world.call('PATCH', '/api/me', { session, body: { nickname } });
  await checkIn(world.cloud, bearer(session), { code: outang.centre.code });
  await world.call('POST', '/api/me/exports', { session });
  await world.call('PUT', '/api/me/consents/position', {
    session,
    body: { isGiven: true, noticeVersion: privacyNoticeVersion },
  });
  await world.cloud.jobs.drain();
  const counts = async () =>
    (await get(world.cloud, `/api/stations/${outang.centre.id}/visits`)).json<StationVisits>();
  const before = await counts();
  const needles = [session.me.id, nickname, openid, phone, phone.slice(3)];
  expect((await whereIs(...needles)).length).toBeGreaterThan(5);

  expect((await ask(session)).deletionDueAt).toBe('2026-11-30T01:01:00.000Z');
  await pass({ days: 6, hours: 23 });
  expect((await world.call('GET', '/api/me', { session })).code).toBeUndefined();
  await pass({ days: 0, hours: 2 });

  expect(await whereIs(...needles)).toEqual([]);
  expect((await world.call('GET', '/api/me', { session })).code).toBe('unauthenticated');
  expect((await counts()).month).toEqual(before.month);
  const visits = statement<{ visits: number }>(
    'test_anonymous',
    'select count(*) as visits from check_ins where person_id is null',
  );
  expect((await world.cloud.database.row(visits))?.visits).toBe(1);
});

test('who comes back in time stays; asking twice does not put it off', async () => {
  const session = await world.withWechat('openid-comes-back');
  const { deletionDueAt } = await ask(session);
  world.cloud.clock.advance({ days: 2 });
  expect((await ask(session)).deletionDueAt).toBe(deletionDueAt);
  const kept = await world.call<Me>('DELETE', '/api/me/deletion', { session });
  expect(kept.deletionDueAt).toBeNull();
  await pass({ days: 10 });
  expect((await world.call<Me>('GET', '/api/me', { session })).id).toBe(session.me.id);
});

test('the only admin of a community is asked to find another first; of two asking at once one stays', async () => {
  const memberships = [{ communityId: newTown.id, roles: ['rider', 'admin'] as const }];
  const [one, two] = [await makePerson(world.cloud, memberships), await makePerson(world.cloud, memberships)];
  const sessionOf = ({ headers }: typeof one) =>
    ({ token: headers.authorization.slice('Bearer '.length) }) as Session;
  const answers = await Promise.all([ask(sessionOf(one)), ask(sessionOf(two))]);
  expect(answers.map(({ code }) => code).filter(Boolean)).toEqual(['last_admin']);
});
