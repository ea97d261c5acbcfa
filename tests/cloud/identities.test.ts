import type { CheckIn } from '../../src/contract/check-ins';
import type { ProblemBody } from '../../src/contract/http';
import type { Me } from '../../src/contract/people';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { bearer, startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { checkIn, outang } from '../support/outang';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script('delete from rate_limits');
});
afterAll(() => world.close());

type Linked = Session & ProblemBody;
let last = 0;
const newPhone = () => `+86137${String((last += 1)).padStart(8, '0')}`;
const newOpenid = () => `openid-${(last += 1)}`;
const kinds = ({ identities }: Me) => identities.map(({ kind }) => kind).sort();
const linkWechat = (session: Session, openid: string) =>
  world.call<Linked>('POST', '/api/me/identities/wechat', {
    session,
    body: { code: world.wechat.issueCode(openid) },
  });
const linkPhone = async (session: Session, phone: string) =>
  world.call<Linked>('POST', '/api/me/identities/phone', {
    session,
    body: { phone, code: await world.phoneCode(phone) },
  });
const isSignedIn = async (session: Session) => !(await world.call('GET', '/api/me', { session })).code;
const membershipOf = statement<{ status: string; before: string | null }>(
  'test_membership',
  'select status, status_before_pause as before from memberships where person_id = $1',
);
const exists = statement<object>('test_person', 'select 1 from people where id = $1');

test('a new way to sign in is added; the session it was asked with ends', async () => {
  const phone = newPhone();
  const session = await world.withWechat(newOpenid());
  const linked = await linkPhone(session, phone);
  expect(linked.me).toMatchObject({ id: session.me.id, phone });
  expect(kinds(linked.me)).toEqual(['phone', 'wechat']);
  expect(await isSignedIn(session)).toBe(false);
  expect((await world.withPhone(phone)).me.id).toBe(session.me.id);
});

describe('two people who turn out to be one', () => {
  test.each(['WeChat first', 'phone first'])(
    '%s: the older stays, with all that was the other’s',
    async (order) => {
      const [phone, openid] = [newPhone(), newOpenid()];
      const enter = [() => world.withWechat(openid), () => world.withPhone(phone)];
      if (order === 'phone first') enter.reverse();
      const older = await enter[0]?.();
      world.cloud.clock.advance({ minutes: 5 });
      const younger = await enter[1]?.();
      if (!older || !younger) throw new Error('Nobody came');
      await checkIn(world.cloud, bearer(older), { code: outang.centre.code });
      await checkIn(world.cloud, bearer(younger), { code: outang.garden.code });
      await world.call('PATCH', '/api/me', {
        session: younger,
        body: { nickname: '小陈', company: 'sf_express' },
      });

      const linked =
        order === 'phone first' ? await linkWechat(older, openid) : await linkPhone(older, phone);

      expect(linked.me).toMatchObject({ id: older.me.id, nickname: '小陈', company: 'sf_express', phone });
      expect(kinds(linked.me)).toEqual(['phone', 'wechat']);
      expect(linked.me.memberships).toMatchObject([{ communityId: outang.id, roles: ['rider'] }]);
      const mine = await world.call<{ items: CheckIn[] }>('GET', '/api/check-ins/mine', { session: linked });
      expect(new Set(mine.items.map(({ station }) => station.id))).toEqual(
        new Set([outang.centre.id, outang.garden.id]),
      );
      expect([await isSignedIn(older), await isSignedIn(younger)]).toEqual([false, false]);
      expect(await world.cloud.database.row(exists, [younger.me.id])).toBeUndefined();
      expect((await world.withPhone(phone)).me.id).toBe(older.me.id);
      expect((await world.withWechat(openid)).me.id).toBe(older.me.id);
      // The younger's visit of a moment ago still counts: a second one there is a repeat.
      const again = await checkIn(world.cloud, bearer(linked), { code: outang.garden.code });
      expect(again.json<CheckIn>().isRepeat).toBe(true);
    },
  );

  test('asked for by the younger, the older stays all the same', async () => {
    const phone = newPhone();
    const older = await world.withPhone(phone);
    world.cloud.clock.advance({ minutes: 5 });
    const younger = await world.withWechat(newOpenid());
    expect((await linkPhone(younger, phone)).me.id).toBe(older.me.id);
  });

  test('a clash changes nothing for either', async () => {
    const phone = newPhone();
    const withBoth = await linkPhone(await world.withWechat(newOpenid()), phone);
    const other = await world.withWechat(newOpenid());
    expect((await linkPhone(other, phone)).code).toBe('identity_clash');
    expect(kinds(await world.call<Me>('GET', '/api/me', { session: other }))).toEqual(['wechat']);
    expect(kinds(await world.call<Me>('GET', '/api/me', { session: withBoth }))).toEqual(['phone', 'wechat']);
    expect(await isSignedIn(other)).toBe(true);
  });

  test('both linking each other at once become one, and nobody is left over', async () => {
    const [phone, openid] = [newPhone(), newOpenid()];
    const a = await world.withPhone(phone);
    const b = await world.withWechat(openid);
    const code = await world.phoneCode(phone);
    await Promise.all([
      linkWechat(a, openid),
      world.call('POST', '/api/me/identities/phone', { session: b, body: { phone, code } }),
    ]);
    const [byPhone, byWechat] = [await world.withPhone(phone), await world.withWechat(openid)];
    expect(byPhone.me.id).toBe(byWechat.me.id);
    expect(kinds(byPhone.me)).toEqual(['phone', 'wechat']);
  });

  test('of one verified and one paused, the one is paused and resumed as verified', async () => {
    const [phone, openid] = [newPhone(), newOpenid()];
    const older = await world.withPhone(phone);
    const younger = await world.withWechat(openid);
    for (const session of [older, younger])
      await checkIn(world.cloud, bearer(session), { code: outang.centre.code });
    await world.cloud.database.script(
      `update memberships set status = 'verified' where person_id = '${older.me.id}';
       update memberships set status = 'paused', pause_reason = 'x', status_before_pause = 'joined'
       where person_id = '${younger.me.id}'`,
    );
    await linkWechat(older, openid);
    const [membership] = await world.cloud.database.rows(membershipOf, [older.me.id]);
    expect(membership).toEqual({ status: 'paused', before: 'verified' });
  });

  test('a merge that fails half way leaves both as they were', async () => {
    const phone = newPhone();
    const a = await world.withPhone(phone);
    const b = await world.withWechat(newOpenid());
    await checkIn(world.cloud, bearer(b), { code: outang.centre.code });
    await world.cloud.database.script(
      `alter table check_ins add constraint test_stop check (person_id is null or person_id <> '${a.me.id}')`,
    );
    expect((await linkPhone(b, phone)).code).toBe('internal');
    await world.cloud.database.script('alter table check_ins drop constraint test_stop');
    expect(kinds(await world.call<Me>('GET', '/api/me', { session: b }))).toEqual(['wechat']);
    expect(kinds(await world.call<Me>('GET', '/api/me', { session: a }))).toEqual(['phone']);
  });
});

test('a demonstration account is nobody to become one with', async () => {
  const { authorization } = await world.cloud.signIn('rider');
  const demo = { token: authorization.slice('Bearer '.length) } as Session;
  expect((await linkWechat(demo, newOpenid())).code).toBe('demo_account');
});

test('the number WeChat knows is linked for the one whose WeChat it is, nobody else', async () => {
  const [openid, phone] = [newOpenid(), newPhone()];
  const session = await world.withWechat(openid);
  const link = (code: string) =>
    world.call<Linked>('POST', '/api/me/identities/wechat-phone', { session, body: { code } });
  const ofAnother = world.wechat.issuePhoneCode(newOpenid(), newPhone());
  expect((await link(ofAnother)).code).toBe('wechat_code_refused');
  // A wx.login code is not the button's.
  expect((await link(world.wechat.issueCode(openid))).code).toBe('wechat_code_refused');
  world.wechat.failNext(1_400_001, '/wxa/business/getuserphonenumber');
  expect((await link(world.wechat.issuePhoneCode(openid, phone))).code).toBe('phone_quota_used');
  expect((await link(world.wechat.issuePhoneCode(openid, phone))).me.phone).toBe(phone);
});

test('a way to sign in can be taken out, never the last; the number goes with it', async () => {
  const phone = newPhone();
  const session = await linkPhone(await world.withWechat(newOpenid()), phone);
  const idOf = (me: Me, kind: string) => me.identities.find((one) => one.kind === kind)?.id ?? '';
  const unlink = (id: string, asker: Session = session) =>
    world.call<Me & ProblemBody>('DELETE', `/api/me/identities/${id}`, { session: asker });
  const stranger = await world.withWechat(newOpenid());
  expect((await unlink(idOf(session.me, 'phone'), stranger)).code).toBe('not_found');
  const left = await unlink(idOf(session.me, 'phone'));
  expect(left.phone).toBeNull();
  expect(kinds(left)).toEqual(['wechat']);
  expect((await unlink(idOf(left, 'wechat'))).code).toBe('last_identity');
  expect((await world.withPhone(phone)).me.id).not.toBe(session.me.id);
});

test('two taken out at once leave one', async () => {
  const session = await linkPhone(await world.withWechat(newOpenid()), newPhone());
  const answers = await Promise.all(
    session.me.identities.map(({ id }) =>
      world.call<Me & ProblemBody>('DELETE', `/api/me/identities/${id}`, { session }),
    ),
  );
  expect(answers.filter(({ code }) => code === 'last_identity')).toHaveLength(1);
  expect((await world.call<Me>('GET', '/api/me', { session })).identities).toHaveLength(1);
});
