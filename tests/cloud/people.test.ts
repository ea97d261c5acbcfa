import sharp from 'sharp';
import type { ProblemBody } from '../../src/contract/http';
import type { Me } from '../../src/contract/people';
import type { Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { createSealing } from '../../src/cloud/platform/sealing';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { newTown, change } from '../support/outang';

const keys = [
  { id: 'new', key: Buffer.alloc(32, 2) },
  { id: 'old', key: Buffer.alloc(32, 1) },
];
const indexKey = Buffer.alloc(32, 3);

let world: IdentityCloud;
let me: Session;
beforeAll(async () => {
  world = await startIdentityCloud({ dataKeys: keys, indexKey });
  await change(world.cloud, 'stations', newTown.script);
});
beforeEach(async () => {
  await world.cloud.database.script('delete from rate_limits');
  me = await world.withWechat(`openid-${Math.random()}`);
});
afterAll(() => world.close());

const update = (body: object, session = me) =>
  world.call<Me & ProblemBody>('PATCH', '/api/me', { session, body });
const setAvatar = (image: string) =>
  world.call<Me & ProblemBody>('PUT', '/api/me/avatar', { session: me, body: { image } });

describe('a profile', () => {
  test('nickname and company are changed, one without the other, and the company taken back', async () => {
    expect(await update({ nickname: ' 小陈 ', company: 'meituan' })).toMatchObject({
      nickname: '小陈',
      company: 'meituan',
    });
    expect(await update({ nickname: '老陈' })).toMatchObject({ nickname: '老陈', company: 'meituan' });
    expect(await update({ company: null })).toMatchObject({ nickname: '老陈', company: null });
  });

  test.each([
    ['nickname', { nickname: '   ' }],
    ['nickname', { nickname: '一'.repeat(21) }],
    ['nickname', { nickname: '小\u200b陈' }],
    ['company', { company: 'nobody' }],
  ])('a wrong %s is refused by name: %j', async (field, body) => {
    const answer = await update(body);
    expect(answer.code).toBe('invalid_input');
    expect(Object.keys(answer.fields ?? {})).toEqual([field]);
  });

  test('the current community is one of my own', async () => {
    expect((await update({ currentCommunityId: newTown.id })).code).toBe('not_found');
  });
});

describe('an avatar', () => {
  const photo = () =>
    sharp({ create: { width: 640, height: 320, channels: 3, background: '#0a0' } })
      .jpeg()
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .toBuffer();

  test('is made small and square, and tells nothing but its pixels', async () => {
    const picture = await photo();
    expect(picture.includes('where I live')).toBe(true);
    const { avatarUrl } = await setAvatar(picture.toString('base64'));
    const answer = await world.cloud.app.inject({ url: avatarUrl ?? '' });
    expect(answer.headers['content-type']).toBe('image/webp');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ width: 192, height: 192 });
    expect(answer.rawPayload.includes('where I live')).toBe(false);
  });

  test('changes its address with every picture, and goes', async () => {
    const picture = (await photo()).toString('base64');
    const [first, second] = [await setAvatar(picture), await setAvatar(picture)];
    expect(second.avatarUrl).not.toBe(first.avatarUrl);
    expect((await world.cloud.app.inject({ url: first.avatarUrl ?? '' })).statusCode).toBe(404);
    const without = await world.call<Me>('DELETE', '/api/me/avatar', { session: me });
    expect(without.avatarUrl).toBeNull();
    expect((await world.cloud.app.inject({ url: second.avatarUrl ?? '' })).statusCode).toBe(404);
  });

  test.each([
    ['no picture', Buffer.from('not a picture at all').toString('base64')],
    [
      'an SVG that fetches',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x"/></svg').toString('base64'),
    ],
  ])('%s is refused by name', async (_what, image) => {
    expect(await setAvatar(image)).toMatchObject({ code: 'image_unreadable' });
  });
});

describe('a phone number', () => {
  const sealedOf = statement<{ phoneSealed: Buffer; phoneKeyId: string; row: string }>(
    'test_sealed',
    'select phone_sealed as "phoneSealed", phone_key_id as "phoneKeyId", p::text as row from people p where id = $1',
  );

  test('stands sealed in the database, found only by a keyed hash', async () => {
    const { me: person } = await world.withPhone('+8613612345678');
    const kept = await world.cloud.database.row(sealedOf, [person.id]);
    expect(kept?.phoneKeyId).toBe('new');
    expect(kept?.row).not.toContain('13612345678');
    const subjects = statement<{ subject: string }>(
      'test_subjects',
      'select subject from identities where person_id = $1',
    );
    const rows = await world.cloud.database.rows(subjects, [person.id]);
    expect(rows.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('is sealed anew by the job when the key has changed, and still reads', async () => {
    const { me: person } = await world.withPhone('+8613687654321');
    const older = createSealing([...keys].reverse(), indexKey).seal(
      '+8613687654321',
      `people.phone:${person.id}`,
    );
    const put = statement<object>(
      'test_put_sealed',
      'update people set phone_sealed = $2, phone_key_id = $3 where id = $1',
    );
    await world.cloud.database.run(put, [person.id, older.bytes, older.keyId]);
    world.cloud.clock.advance({ days: 2 });
    await world.cloud.jobs.drain();
    const kept = await world.cloud.database.row(sealedOf, [person.id]);
    expect(kept?.phoneKeyId).toBe('new');
    expect((await world.withPhone('+8613687654321')).me).toMatchObject({
      id: person.id,
      phone: '+8613687654321',
    });
  });
});
