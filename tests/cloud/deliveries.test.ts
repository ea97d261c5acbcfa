import type { ProblemBody } from '../../src/contract/http';
import type { Delivery } from '../../src/contract/notices';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

const template = 'template-of-the-test';
const sendPath = '/cgi-bin/message/subscribe/send';
const subscribeTemplates = {
  membership: { templateId: template, fields: { thing1: 'title', thing2: 'text', time3: 'time' } },
};

let world: IdentityCloud;
let staff: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  world = await startIdentityCloud({ subscribeTemplates });
  staff = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['admin'] }]);
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script(
    `delete from notice_deliveries; delete from rate_limits; update recurring_jobs set due_at = '2026-11-01'`,
  );
  rider = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => world.close());

const openid = () => `made-${rider.id}`;
const sent = () => world.wechat.sent().filter((message) => message.openid === openid());
/** The person taps yes so many times: WeChat knows, and we note it. */
async function allow(times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    world.wechat.grantSubscription(openid(), template);
    const answers = [{ template, answer: 'accept' }];
    await post(world.cloud, '/api/notices/push-permissions', rider.headers, { answers });
  }
}
async function tell(version = 1): Promise<void> {
  await world.cloud.app.inject({
    method: 'PUT',
    url: `/api/communities/${outang.id}/members/${rider.id}/status`,
    headers: staff.headers,
    payload: { status: version % 2 ? 'verified' : 'joined', version },
  });
}
/** The next look: the one before may have come on its own, and there is one every five seconds. */
const send = () => {
  world.cloud.clock.advance({ seconds: 5 });
  return world.cloud.jobs.drain();
};
const later = async (minutes: number) => {
  world.cloud.clock.advance({ minutes });
  await send();
};
const deliveries = async () =>
  (
    await world.cloud.app.inject({
      url: `/api/communities/${outang.id}/notice-deliveries`,
      headers: staff.headers,
    })
  ).json<{ items: Delivery[]; counts: Record<string, number> }>();
const state = async () => (await deliveries()).items[0]?.state;
const permissions = async () =>
  (
    await world.cloud.database.row(
      statement<{ left: number }>(
        'test_left',
        'select permissions_left as left from push_permissions where person_id = $1',
      ),
      [rider.id],
    )
  )?.left ?? 0;
const retry = async () => {
  const [{ id } = { id: '' }] = (await deliveries()).items;
  const url = `/api/communities/${outang.id}/notice-deliveries/${id}/retry`;
  return (await world.cloud.app.inject({ method: 'POST', url, headers: staff.headers })).json<
    Delivery & ProblemBody
  >();
};

test('what is allowed is sent once, with the template’s fields filled within WeChat’s limits', async () => {
  await allow();
  await tell();
  await send();
  expect(sent()).toEqual([
    {
      openid: openid(),
      templateId: template,
      page: 'members/rider/membership',
      values: {
        thing1: '身份已核实',
        thing2: expect.stringMatching(/^.{1,20}$/u) as string,
        time3: '2026年11月23日 09:00',
      },
    },
  ]);
  expect([await state(), await permissions()]).toEqual(['sent', 0]);
});

test('what is not allowed stays in the inbox; one permission is one message', async () => {
  await allow();
  await tell(1);
  await tell(2);
  await send();
  expect(sent()).toHaveLength(1);
  expect((await deliveries()).counts).toMatchObject({ sent: 1, no_permission: 1 });
});

test('who does not want the kind, or is not on WeChat, is not sent any', async () => {
  await allow();
  const payload = { kinds: [{ kind: 'membership', isPushed: false }] };
  await world.cloud.app.inject({
    method: 'PATCH',
    url: '/api/notices/preferences',
    headers: rider.headers,
    payload,
  });
  await tell();
  await send();
  expect((await deliveries()).items).toEqual([]);
});

test('in quiet hours it waits for their end', async () => {
  await allow();
  const payload = { quietHours: { from: '08:00', to: '12:00' } };
  await world.cloud.app.inject({
    method: 'PATCH',
    url: '/api/notices/preferences',
    headers: rider.headers,
    payload,
  });
  await tell();
  await later(179);
  expect(sent()).toHaveLength(0);
  await later(1);
  expect(sent()).toHaveLength(1);
});

test('43101: WeChat knows of no permission, so neither do we any more', async () => {
  const answers = [
    { template, answer: 'accept' },
    { template, answer: 'accept' },
  ];
  await post(world.cloud, '/api/notices/push-permissions', rider.headers, { answers });
  await tell();
  await send();
  expect([await state(), await permissions()]).toEqual(['no_permission', 0]);
});

test('47003: what WeChat will not have is set aside for a person, and the permission is still there', async () => {
  await allow();
  world.wechat.failNext(47_003, sendPath);
  await tell();
  await send();
  await later(600);
  expect((await deliveries()).items).toMatchObject([
    { state: 'refused', errorCode: 47_003, attempts: 1, can: { retry: true } },
  ]);
  expect(await permissions()).toBe(1);
});

test.each([-1, 43_108, 45_009])('%i: tried again, later each time, until it goes', async (errcode) => {
  await allow();
  world.wechat.failNext(errcode, sendPath);
  world.wechat.failNext(errcode, sendPath);
  await tell();
  await send();
  expect(await state()).toBe('waiting');
  await later(2);
  expect([await state(), sent().length]).toEqual(['waiting', 0]);
  await later(1);
  expect(await state()).toBe('waiting');
  await later(1);
  expect(await state()).toBe('sent');
  expect(sent()).toHaveLength(1);
});

test('after eight tries it waits for a person', async () => {
  await allow();
  await tell();
  for (let tries = 0; tries < 8; tries += 1) {
    world.wechat.failNext(-1, sendPath);
    await later(24 * 60);
  }
  expect(await state()).toBe('given_up');
  expect((await retry()).state).toBe('waiting');
  await later(1);
  expect(await state()).toBe('sent');
});

test('a connection that breaks leaves it open whether it arrived: it is not sent again by itself', async () => {
  await allow();
  world.wechat.breakNext(sendPath);
  await tell();
  await send();
  await later(600);
  expect(await state()).toBe('unknown');
  expect(sent()).toHaveLength(1);
});

test('a server that dies while it sends does not make another send it twice', async () => {
  await allow();
  await tell();
  await world.cloud.database.script(
    `update notice_deliveries set state = 'sending', taken_at = '${world.cloud.clock.now().toISOString()}', attempts = 1`,
  );
  await send();
  expect(await state()).toBe('sending');
  await later(3);
  expect([await state(), sent().length]).toEqual(['unknown', 0]);
});

test('what is not stuck is not sent again', async () => {
  await allow();
  await tell();
  expect((await retry()).code).toBe('delivery_not_stuck');
  await send();
  expect((await retry()).code).toBe('delivery_not_stuck');
});

test('the list names nobody and says nothing', async () => {
  await tell();
  const text = JSON.stringify(await deliveries());
  expect([rider.id, rider.nickname, '核实'].some((word) => text.includes(word))).toBe(false);
});

test('WeChat tells that somebody switched it off: what was allowed is allowed no more', async () => {
  await allow(2);
  const { wechatMessages, database } = world.cloud;
  expect(await permissions()).toBe(2);
  // A list of one comes as the one itself.
  const List = { TemplateId: template, SubscribeStatusString: 'reject' };
  await wechatMessages.handle(database, {
    Event: 'subscribe_msg_change_event',
    FromUserName: openid(),
    List,
  });
  expect(await permissions()).toBe(0);
});

if (process.env['DATABASE_URL']) {
  test('two instances send each once', async () => {
    const databaseUrl = world.cloud.settings.databaseUrl ?? '';
    const { wechat } = world.cloud.settings;
    const there = await startTestCloud({ databaseUrl, settings: { subscribeTemplates, wechat } });
    try {
      await allow(10);
      for (let version = 1; version <= 10; version += 1) await tell(version);
      there.clock.set(world.cloud.clock.now().toISOString());
      there.clock.advance({ seconds: 5 });
      await Promise.all([send(), there.jobs.drain()]);
      expect(sent()).toHaveLength(10);
    } finally {
      await there.close();
    }
  });
}
