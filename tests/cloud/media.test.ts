import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { mediaLimits } from '../../src/contract/media';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang } from '../support/outang';
import { noise, phonePhoto } from '../support/photos';
import { Uploading, type UploadAnswer } from '../support/uploading';

let cloud: TestCloud;
let rider: MadePerson;
let phone: Uploading;
let photo: Buffer;
beforeAll(async () => {
  cloud = await startTestCloud();
  photo = await phonePhoto();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  phone = new Uploading(cloud, rider.headers);
});
afterAll(() => cloud.close());

const pictureAt = async (url = '') => (await get(cloud, url)).rawPayload;
const leftOver = statement<{ uploads: number; chunks: number; photos: number }>(
  'test_left_over',
  `select (select count(*) from uploads where person_id = $1) as uploads,
     (select count(*) from upload_chunks where person_id = $1) as chunks,
     (select count(*) from media where person_id = $1) as photos`,
);
const left = () => cloud.database.row(leftOver, [rider.id]);

test('a photo is kept upright, in two sizes, and nothing but its pixels', async () => {
  const { media } = await phone.upload(await phonePhoto(2_000, 1_500));
  expect(media).toMatchObject({ width: 960, height: 1280 });
  const whole = await pictureAt(media?.url);
  const { width, height, exif, icc, orientation } = await sharp(whole).metadata();
  expect({ width, height, exif, icc, orientation }).toEqual({ width: 960, height: 1280 });
  expect(whole.includes('PhoneMaker')).toBe(false);
  const thumb = await pictureAt(media?.thumbUrl);
  expect(await sharp(thumb).metadata()).toMatchObject({ width: 320, height: 320, format: 'jpeg' });
});

test('what was at the left of the file is at the top of the photo', async () => {
  const half = { create: { width: 300, height: 400, channels: 3, background: '#ff0000' } } as const;
  const lying = await sharp({ create: { ...half.create, width: 600, background: '#0000ff' } })
    .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { media } = await phone.upload(lying);
  expect(media).toMatchObject({ width: 400, height: 600 });
  const upright = await sharp(await pictureAt(media?.url))
    .raw()
    .toBuffer();
  const [red = 0, , blue = 0] = upright.subarray(0, 3);
  expect([red > 200, blue < 60]).toEqual([true, true]);
});

test('PNG with holes and WebP come out as JPEG, holes in white', async () => {
  const clear = { width: 40, height: 30, channels: 4, background: '#00000000' } as const;
  const png = await phone.upload(await sharp({ create: clear }).png().toBuffer());
  const pixels = await sharp(await pictureAt(png.media?.url))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([pixels.info.width, pixels.info.channels, pixels.data[0]]).toEqual([40, 3, 255]);
  const webp = await phone.upload(await noise(60, 50).webp().toBuffer());
  expect(webp.media).toMatchObject({ width: 60, height: 50 });
});

const heic = Buffer.concat([Buffer.from('0000001c667479706865696300000000', 'hex'), randomBytes(200)]);
test.each([
  ['words', Buffer.from('not a picture at all'), 'photo_kind'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'photo_kind'],
  ['HEIC', heic, 'photo_kind'],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'photo_kind'],
  ['the beginning of a JPEG and nothing else', Buffer.from('ffd8ffe000104a46', 'hex'), 'photo_unreadable'],
])('%s: refused by name, nothing is left of it, and the key may be used anew', async (_what, bytes, code) => {
  const key = randomUUID();
  expect((await phone.upload(bytes, { key })).code).toBe(code);
  expect(await left()).toEqual({ uploads: 0, chunks: 0, photos: 0 });
  expect((await phone.upload(photo, { key })).media).toBeTruthy();
});

test('a photo cut off is refused', async () => {
  const half = photo.subarray(0, photo.length / 2);
  expect((await phone.upload(half)).code).toBe('photo_unreadable');
});

test('a small file that unpacks to a very large picture is refused by its header', async () => {
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(mediaLimits.chunkBytes);
  // Cut off behind its header: whoever decoded it would find it broken, not too large.
  expect((await phone.upload(bomb.subarray(0, 500))).code).toBe('photo_pixels');
  expect((await phone.upload(bomb)).code).toBe('photo_pixels');
});

test.each([
  ['a page', Buffer.from('<script>alert(1)</script>')],
  ['an archive', Buffer.from('PK\x03\x04hidden-file', 'latin1')],
])('%s behind a photo is gone', async (_what, hidden) => {
  for (const bytes of [photo, await noise(64, 48).png().toBuffer()]) {
    const { media } = await phone.upload(Buffer.concat([bytes, hidden]));
    expect((await pictureAt(media?.url)).includes(hidden)).toBe(false);
  }
});

test('of a moving picture the first frame is kept', async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0'].map((background) =>
      sharp({ create: { width: 32, height: 32, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const { media } = await phone.upload(moving);
  expect(media).toMatchObject({ width: 32, height: 32 });
  expect((await sharp(await pictureAt(media?.url)).metadata()).pages).toBeUndefined();
});

test('goes on from wherever it was cut off', async () => {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer();
  for (let cut = 0; cut <= small.length; cut += 3) {
    const key = randomUUID();
    await phone.start(key, small);
    await phone.send(key, 0, small.subarray(0, cut));
    const { received } = await phone.look(key);
    expect(received).toBe(cut);
    const done = await phone.send(key, received, small.subarray(received));
    expect([done.received, done.media?.width]).toEqual([small.length, 1]);
  }
});

test('bytes sent twice, from elsewhere or beyond the end change nothing', async () => {
  const key = randomUUID();
  const [first, second] = [photo.subarray(0, 3_000), photo.subarray(3_000, 5_000)];
  expect(await phone.start(key, photo)).toMatchObject({ received: 0, media: null });
  expect((await phone.send(key, 0, first)).received).toBe(3_000);
  expect((await phone.send(key, 0, first)).received).toBe(3_000);
  expect((await phone.send(key, 1_000, first)).received).toBe(3_000);
  expect((await phone.send(key, 4_000, second)).received).toBe(3_000);
  expect((await phone.send(key, 3_000, second)).received).toBe(5_000);
  expect((await phone.send(key, 5_000, Buffer.alloc(photo.length))).received).toBe(5_000);
  expect((await phone.start(key, photo)).received).toBe(5_000);
  const { media } = await phone.upload(photo, { key, chunk: 4_000 });
  expect(media).toBeTruthy();
  expect((await phone.send(key, 0, first)).media?.id).toBe(media?.id);
  expect((await phone.upload(photo, { key })).media?.id).toBe(media?.id);
  expect((await phone.look(key)).media?.id).toBe(media?.id);
  expect(await left()).toEqual({ uploads: 0, chunks: 0, photos: 1 });
});

test('two senders of one photo, in pieces of different size, make one photo', async () => {
  for (let round = 0; round < 5; round += 1) {
    const key = randomUUID();
    const answers = await Promise.all(
      [700, 1_100, 4_096].map((chunk) => phone.upload(photo, { key, chunk: chunk + round })),
    );
    expect(new Set(answers.map(({ media }) => media?.id)).size).toBe(1);
  }
  expect(await left()).toEqual({ uploads: 0, chunks: 0, photos: 5 });
});

test('what came in is not what was to come: refused, and sent again from the start', async () => {
  const key = randomUUID();
  const damaged = Buffer.from(photo);
  damaged.writeUInt8(damaged.readUInt8(2_000) ^ 1, 2_000);
  await phone.start(key, photo);
  expect((await phone.send(key, 0, damaged)).code).toBe('upload_damaged');
  expect((await phone.look(key)).code).toBe('not_found');
  expect((await phone.upload(photo, { key })).media).toBeTruthy();
});

test('one key is one photo, before and after it is there', async () => {
  const key = randomUUID();
  const other = await phonePhoto(100, 80);
  await phone.start(key, photo);
  expect((await phone.start(key, other)).code).toBe('upload_differs');
  expect((await phone.start(key, photo, 'request')).code).toBe('upload_differs');
  await phone.upload(photo, { key });
  expect((await phone.start(key, other)).code).toBe('upload_differs');
});

test('an upload is its person’s alone', async () => {
  const key = randomUUID();
  await phone.start(key, photo);
  const another = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  const theirs = new Uploading(cloud, another.headers);
  expect((await theirs.look(key)).code).toBe('not_found');
  expect((await theirs.send(key, 0, photo)).code).toBe('not_found');
  expect((await theirs.remove(key)).status).toBe(204);
  expect((await phone.look(key)).received).toBe(0);
  // The same key of somebody else is another upload.
  expect((await theirs.upload(await phonePhoto(90, 70), { key })).media).toBeTruthy();
  expect((await phone.upload(photo, { key })).media).toBeTruthy();
});

test('dropped by the person, whether under way or done', async () => {
  const [half, whole] = [randomUUID(), randomUUID()];
  await phone.start(half, photo);
  await phone.send(half, 0, photo.subarray(0, 1_000));
  const { media } = await phone.upload(photo, { key: whole });
  for (const key of [half, whole, whole]) expect((await phone.remove(key)).status).toBe(204);
  expect(await left()).toEqual({ uploads: 0, chunks: 0, photos: 0 });
  expect((await get(cloud, media?.url ?? '')).statusCode).toBe(404);
});

test('so many at once, and no more; nobody goes on for a day: dropped', async () => {
  const answers: UploadAnswer[] = [];
  for (let count = 0; count <= mediaLimits.uploadsUnderWay; count += 1)
    answers.push(await phone.start(randomUUID(), photo));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(30).fill(200), 409]);
  expect(answers.at(-1)?.code).toBe('too_many_uploads');
  cloud.clock.advance({ hours: 25 });
  await cloud.jobs.drain();
  expect(await left()).toEqual({ uploads: 0, chunks: 0, photos: 0 });
});

describe('bodies', () => {
  const ask = (url: string, type: string, payload: Buffer | string) =>
    cloud.app.inject({ method: 'PUT', url, headers: { ...rider.headers, 'content-type': type }, payload });
  const url = () => `/api/communities/${outang.id}/uploads/${randomUUID()}`;

  test('bytes where JSON is wanted, and JSON where bytes are, are of the wrong kind', async () => {
    expect((await ask(url(), 'application/octet-stream', photo)).statusCode).toBe(415);
    expect((await ask(`${url()}/bytes/0`, 'application/json', '{}')).statusCode).toBe(415);
    expect((await ask(`${url()}/bytes/0`, 'image/jpeg', photo)).statusCode).toBe(415);
  });

  test('more than a piece is too large', async () => {
    const large = Buffer.alloc(mediaLimits.chunkBytes + 1);
    expect((await ask(`${url()}/bytes/0`, 'application/octet-stream', large)).statusCode).toBe(413);
    const huge = JSON.stringify({
      purpose: 'report',
      size: mediaLimits.uploadBytes + 1,
      sha256: '0'.repeat(64),
    });
    expect((await ask(url(), 'application/json', huge)).statusCode).toBe(400);
  });
});
