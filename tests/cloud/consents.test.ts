import { consentPurposes, privacyNoticeVersion, type Consents } from '../../src/contract/consents';
import type { ProblemBody } from '../../src/contract/http';
import type { Me } from '../../src/contract/people';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';

let world: IdentityCloud;
let session: Session;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  await world.cloud.database.script('delete from rate_limits');
  session = await world.withWechat(`openid-${Math.random()}`);
});
afterAll(() => world.close());

const answer = (purpose: string, isGiven: boolean, noticeVersion: string = privacyNoticeVersion) =>
  world.call<Consents & ProblemBody>('PUT', `/api/me/consents/${purpose}`, {
    session,
    body: { isGiven, noticeVersion },
  });
const states = ({ items }: Consents) =>
  Object.fromEntries(items.map(({ purpose, state }) => [purpose, state]));

test('a newcomer has agreed to the notice, and to nothing else', async () => {
  const consents = await world.call<Consents>('GET', '/api/me/consents', { session });
  expect(consents.notice).toMatchObject({
    currentVersion: privacyNoticeVersion,
    agreedVersion: privacyNoticeVersion,
  });
  expect(states(consents)).toEqual(
    Object.fromEntries(consentPurposes.map((purpose) => [purpose, 'unasked'])),
  );
});

test('each is given, refused and withdrawn on its own', async () => {
  expect(states(await answer('position', false))['position']).toBe('refused');
  expect(states(await answer('position', true))['position']).toBe('given');
  const withdrawn = await answer('position', false);
  expect(states(withdrawn)).toMatchObject({ position: 'withdrawn', photo_publication: 'unasked' });
});

test('no answer is ever written over; the same answer again adds none', async () => {
  for (const isGiven of [true, true, false]) {
    await answer('photo_publication', isGiven);
    world.cloud.clock.advance({ minutes: 1 });
  }
  const history = statement<{ state: string }>(
    'test_history',
    `select state from consent_answers where person_id = $1 and purpose = 'photo_publication' order by answered_at`,
  );
  const rows = await world.cloud.database.rows(history, [session.me.id]);
  expect(rows.map(({ state }) => state)).toEqual(['given', 'withdrawn']);
});

test('an answer to an older notice is refused: it says something else now', async () => {
  expect((await answer('position', true, '2020-01-01')).code).toBe('notice_outdated');
  const agreed = await world.call('PUT', '/api/me/consents/privacy-notice', {
    session,
    body: { noticeVersion: '2020-01-01' },
  });
  expect(agreed.code).toBe('notice_outdated');
});

test('with the consent the number in clear goes; signing in by it still works', async () => {
  session = await world.withPhone('+8613500000001');
  expect(states(await world.call<Consents>('GET', '/api/me/consents', { session }))['phone']).toBe('given');
  await answer('phone', false);
  expect((await world.call<Me>('GET', '/api/me', { session })).phone).toBeNull();
  expect((await world.withPhone('+8613500000001')).me.id).toBe(session.me.id);
});
