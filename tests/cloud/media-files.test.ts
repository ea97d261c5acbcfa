import { randomUUID } from 'node:crypto';
import type { Photo } from '../../src/contract/media';
import { newId } from '../../src/cloud/platform/ids';
import { makePerson } from '../support/made-person';
import { MediaCloud, refused } from '../support/media-cloud';
import { get, outang } from '../support/outang';
import { phonePhoto } from '../support/photos';
import { Uploading } from '../support/uploading';

let world: MediaCloud;
beforeAll(async () => {
  world = await MediaCloud.start();
});
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('addresses', () => {
  test('say that they are good for a while, and nothing may be made of the bytes but a picture', async () => {
    const photo = await world.taken();
    const answer = await get(world.cloud, photo.url);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="photo.jpg"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600, immutable',
    });
    const head = await world.cloud.app.inject({ method: 'HEAD', url: photo.url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(String(answer.rawPayload.length));
  });

  test('stay the same for half an hour, and open for half an hour at least, an hour at most', async () => {
    const photo = await world.taken();
    world.cloud.clock.advance({ minutes: 29, seconds: 59 });
    expect(await world.shown(photo)).toEqual(photo);
    world.cloud.clock.advance({ seconds: 1 });
    const next = await world.shown(photo);
    expect(next?.url).not.toBe(photo.url);
    expect((await get(world.cloud, photo.url)).headers['cache-control']).toBe(
      'private, max-age=1800, immutable',
    );
    world.cloud.clock.advance({ minutes: 30 });
    expect([await world.statusOf(photo.url), await world.statusOf(next?.url ?? '')]).toEqual([404, 200]);
  });

  test('whatever is wrong with one, the answer is the same', async () => {
    const photo = await world.taken(null, world.phone, 'report');
    const other = await world.taken();
    const [, , , file = ''] = photo.url.split('/');
    const [id = '', until = '', signature = ''] = file.split('.');
    const wrong = [
      `/media/thumb/${file}`,
      `/media/original/${file}`,
      `/media/large/${file}`,
      `/media/photo/${other.id}.${until}.${signature}`,
      `/media/photo/${id}.${until}0.${signature}`,
      `/media/photo/${id}.zzzzzz.${signature}`,
      `/media/photo/${id}.${until}.${signature.slice(0, -2)}AA`,
      `/media/photo/${id}.${until}`,
      `/media/photo/${id}`,
      '/media/photo/..%2f..%2fkeys.json',
    ];
    const answers = await Promise.all(wrong.map((url) => get(world.cloud, url)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(404);
    expect(answers[0]?.headers['cache-control']).toBe('no-store');
  });

  test('somebody outside is given a whole one, for exactly as long as asked', async () => {
    const url = await world.media.signedUrlFor((await world.taken()).id, 'photo', 90);
    expect(url).toMatch(/^https:\/\/nuanxin\.test\/media\/photo\//);
    const path = url.replace('https://nuanxin.test', '');
    world.cloud.clock.advance({ seconds: 89 });
    expect(await world.statusOf(path)).toBe(200);
    world.cloud.clock.advance({ seconds: 1 });
    expect(await world.statusOf(path)).toBe(404);
  });
});

describe('what photos belong to', () => {
  test('all of them or none; the same again changes nothing; they are shown in the order asked for', async () => {
    const photos = [await world.taken(), await world.taken()] as const;
    const subjectId = newId();
    expect(await refused(world.claim([...photos, { ...photos[0], id: newId() }], { subjectId }))).toBe(
      'photo_gone',
    );
    await world.claim(photos, { subjectId });
    await world.claim([photos[1]], { subjectId });
    expect(await refused(world.claim([photos[0]]))).toBe('photo_gone');
    const ids = [photos[1].id, newId(), photos[0].id];
    const found = await world.media.of(world.cloud.database, outang.id, ids);
    expect(found).toEqual([photos[1], photos[0]]);
    expect(await world.media.of(world.cloud.database, newId(), ids)).toEqual([]);
  });

  test('nobody takes another’s, or one that was sent for something else', async () => {
    const another = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    expect(await refused(world.claim([await world.taken()], { person: another }))).toBe('photo_gone');
    expect(await refused(world.claim([await world.taken(null, world.phone, 'report')]))).toBe('photo_gone');
  });

  test('of many who take one at the same time one gets it', async () => {
    const photo = await world.taken();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refused(world.claim([photo]))));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  });

  test('in use it can not be dropped', async () => {
    const key = randomUUID();
    const { media: photo } = await world.phone.upload(await phonePhoto(), { key, purpose: 'after' });
    await world.claim(photo ? [photo] : []);
    expect((await world.phone.remove(key)).code).toBe('photo_in_use');
  });

  test('after a week what belongs to nothing is gone, with its files; the rest stays', async () => {
    const [waiting, used] = [await world.taken(), await world.taken()];
    await world.claim([used]);
    expect(world.s3.held.size).toBe(4);
    await world.later({ days: 7 });
    expect(world.s3.held.size).toBe(4);
    await world.later({ hours: 1 });
    expect([await world.shown(waiting), (await world.shown(used))?.id]).toEqual([undefined, used.id]);
    expect(world.s3.held.size).toBe(2);
  });
});

describe('one file of two photos', () => {
  const pair = async () => {
    const bytes = await phonePhoto();
    const another = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    return [
      await world.taken(bytes),
      await world.taken(bytes, new Uploading(world.cloud, another.headers)),
    ] as const;
  };
  const remove = ({ id }: Photo) => world.media.remove(world.cloud.database, outang.id, [id]);

  test('is there as long as one of them is', async () => {
    const [one, other] = await pair();
    expect(world.s3.held.size).toBe(2);
    await remove(one);
    expect(await world.statusOf(one.url)).toBe(404);
    await world.later({ hours: 1 });
    expect(await world.statusOf((await world.shown(other))?.url ?? '')).toBe(200);
    await remove(other);
    await world.later({ hours: 1 });
    expect(world.s3.held.size).toBe(0);
  });

  test('comes again while it is swept: it is there afterwards', async () => {
    const bytes = await phonePhoto();
    for (let round = 0; round < 6; round += 1) {
      await remove(await world.taken(bytes));
      await world.cloud.database.script(`update media_objects set sweep_at = '-infinity'`);
      const [again] = await Promise.all([world.taken(bytes), world.media.sweep()]);
      expect(await world.statusOf(again.url)).toBe(200);
      expect(await world.statusOf(again.thumbUrl)).toBe(200);
      await remove(again);
    }
  });

  test('whose photo never came to be is swept, but not at once', async () => {
    const bytes = await phonePhoto();
    await world.cloud.database.script(
      'alter table media add constraint test_refuses check (size < 0) not valid',
    );
    expect((await world.phone.upload(bytes)).status).toBe(500);
    await world.cloud.database.script('alter table media drop constraint test_refuses');
    expect(world.s3.held.size).toBe(3);
    await world.media.sweep();
    expect(world.s3.held.size).toBe(3);
    await world.later({ hours: 2 });
    expect(world.s3.held.size).toBe(0);
  });
});
