import type { ProblemBody } from '../../src/contract/http';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { agreement, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script('delete from rate_limits; delete from phone_codes');
});
afterAll(() => world.close());

let last = 0;
/** A number nobody has used yet. */
const newPhone = () => `+86139${String((last += 1)).padStart(8, '0')}`;
const ask = (phone: string) => world.call('POST', '/api/sessions/phone-codes', { body: { phone } });
const enter = (phone: string, code: string) =>
  world.call<Session & ProblemBody>('POST', '/api/sessions/phone', { body: { phone, code, agreement } });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a code by SMS signs in; the same number is the same person', async () => {
  const phone = newPhone();
  const first = await world.withPhone(phone);
  expect(first.me).toMatchObject({ phone, identities: [{ kind: 'phone' }] });
  expect((await world.withPhone(phone)).me.id).toBe(first.me.id);
});

test('the code goes by SMS and nowhere else, six digits, kept as a hash', async () => {
  const phone = newPhone();
  const answer = await ask(phone);
  const code = world.sms.codeFor(phone) ?? '';
  expect(code).toMatch(/^\d{6}$/);
  expect(answer).toEqual({ resendSeconds: 60, validMinutes: 5 });
  const rows = await world.cloud.database.rows(
    statement<{ row: string }>('test_codes', 'select phone_codes::text as row from phone_codes'),
  );
  expect(rows).toHaveLength(1);
  expect(rows.some(({ row }) => row.includes(code) || row.includes(phone.slice(3)))).toBe(false);
});

test('a known and an unknown number are answered alike', async () => {
  const known = newPhone();
  await world.withPhone(known);
  world.cloud.clock.advance({ minutes: 2 });
  expect(await ask(known)).toEqual(await ask(newPhone()));
  const [knownWrong, unknownWrong] = [await enter(known, '000000'), await enter(newPhone(), '000000')];
  expect(knownWrong).toEqual(unknownWrong);
  expect(knownWrong.code).toBe('phone_code_refused');
});

test('a code is good once, for five minutes, for its own number', async () => {
  const phone = newPhone();
  await ask(phone);
  const code = world.sms.codeFor(phone) ?? '';
  expect((await enter(newPhone(), code)).code).toBe('phone_code_refused');
  world.cloud.clock.advance({ minutes: 4, seconds: 59 });
  expect((await enter(phone, code)).me.phone).toBe(phone);
  expect((await enter(phone, code)).code).toBe('phone_code_refused');
  const late = newPhone();
  await ask(late);
  world.cloud.clock.advance({ minutes: 5 });
  expect((await enter(late, world.sms.codeFor(late) ?? '')).code).toBe('phone_code_refused');
});

test('after five wrong tries the right code is refused too; a new one works', async () => {
  const phone = newPhone();
  await ask(phone);
  const code = world.sms.codeFor(phone) ?? '';
  for (let tries = 0; tries < 5; tries += 1)
    expect((await enter(phone, wrong(code))).code).toBe('phone_code_refused');
  expect((await enter(phone, code)).code).toBe('phone_code_refused');
  world.cloud.clock.advance({ minutes: 1 });
  expect((await world.withPhone(phone)).me.phone).toBe(phone);
});

test('one a minute and ten a day to a number; the refusal says how long to wait', async () => {
  const phone = newPhone();
  await ask(phone);
  expect(await ask(phone)).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
  expect(world.sms.countFor(phone)).toBe(1);
  for (let count = 1; count < 10; count += 1) {
    world.cloud.clock.advance({ minutes: 2 });
    expect(await ask(phone)).toMatchObject({ resendSeconds: 60 });
  }
  world.cloud.clock.advance({ minutes: 2 });
  expect((await ask(phone)).code).toBe('rate_limited');
  world.cloud.clock.advance({ days: 1 });
  expect(await ask(phone)).toMatchObject({ resendSeconds: 60 });
});

test('a newcomer who has not agreed can do so and use the same code', async () => {
  const phone = newPhone();
  await ask(phone);
  const code = world.sms.codeFor(phone) ?? '';
  const without = await world.call('POST', '/api/sessions/phone', { body: { phone, code } });
  expect(without.code).toBe('agreement_required');
  expect((await enter(phone, code)).me.phone).toBe(phone);
});

test.each([
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'sms_unavailable'],
  ['LimitExceeded.PhoneNumberDailyLimit', 'rate_limited'],
  ['InternalError.Timeout', 'sms_unavailable'],
])('the SMS service’s %s is answered with %s', async (failure, code) => {
  world.sms.failNext(failure);
  expect((await ask(newPhone())).code).toBe(code);
});

test.each(['13900000000', '+8512345678', '+86139000', 'abc'])(
  '%s is no number we can reach',
  async (phone) => {
    expect(await ask(phone)).toMatchObject({
      code: 'invalid_input',
      fields: { phone: expect.anything() as string },
    });
  },
);

test('twenty right answers at once make one session', async () => {
  const phone = newPhone();
  await ask(phone);
  const code = world.sms.codeFor(phone) ?? '';
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(phone, code)));
  expect(answers.filter(({ token }) => token)).toHaveLength(1);
});
