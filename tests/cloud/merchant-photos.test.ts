import { randomBytes, randomUUID } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { ProblemBody } from '../../src/contract/http';
import { merchantLimits, type ManagedMerchant, type Merchant } from '../../src/contract/merchants';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { clerkOf } from '../support/made-clerk';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, newTown, outang, post } from '../support/outang';

type Answer = Merchant & Pick<ProblemBody, 'code'>;

let cloud: TestCloud;
let clerk: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await clerkOf(cloud, outang.noodles.id);
});
afterAll(() => cloud.close());

const url = `/api/merchants/${outang.noodles.id}/photos`;
const add = async (image: string, by = clerk, key: string = randomUUID()) =>
  (await post(cloud, url, by.headers, { image }, key)).json<Answer>();
const remove = async (id: string, by = clerk) =>
  (await cloud.app.inject({ method: 'DELETE', url: `${url}/${id}`, headers: by.headers })).json<Answer>();
/** Noise, so that no two are alike. */
const photo = () => sharp(randomBytes(40 * 30 * 3), { raw: { width: 40, height: 30, channels: 3 } });
const base64 = async (picture: Sharp) => (await picture.jpeg().toBuffer()).toString('base64');
const idsOf = ({ photos }: Merchant) => photos.map(({ id }) => id);
beforeEach(async () => {
  const { photos } = (await get(cloud, `/api/merchants/${outang.noodles.id}`)).json<Merchant>();
  for (const { id } of photos) await remove(id);
});

test('is kept upright, smaller, and as nothing but its pixels', async () => {
  const tall = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: '#0a0' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'where I live' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const shop = await add(tall.toString('base64'));
  expect(shop.photos).toMatchObject([{ alt: '荷风面馆的照片 1' }]);
  const whole = await get(cloud, shop.photos[0]?.url ?? '');
  expect(whole.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(await sharp(whole.rawPayload).metadata()).toMatchObject({ width: 640, height: 1280 });
  expect(whole.rawPayload.includes('where I live')).toBe(false);
  const thumb = await get(cloud, shop.photos[0]?.thumbUrl ?? '');
  expect(await sharp(thumb.rawPayload).metadata()).toMatchObject({ width: 320, height: 320 });
  expect((await get(cloud, `/api/merchant-photos/${'0'.repeat(32)}`)).statusCode).toBe(404);
});

test('photos keep the order in which they came, up to six; one that goes is gone', async () => {
  const ids: string[] = [];
  for (let count = 1; count <= merchantLimits.photos; count += 1) {
    const shop = await add(await base64(photo()));
    ids.push(shop.photos.at(-1)?.id ?? '');
    expect(idsOf(shop)).toEqual(ids);
  }
  expect((await add(await base64(photo()))).code).toBe('too_many_photos');
  const gone = ids[2] ?? '';
  expect(idsOf(await remove(gone))).toEqual(ids.filter((id) => id !== gone));
  expect((await get(cloud, `/api/merchant-photos/${gone}`)).statusCode).toBe(404);
  expect((await remove(gone)).code).toBe('not_found');
  const seen = (await get(cloud, `/api/merchants/${outang.noodles.id}`)).json<Merchant>();
  expect(idsOf(seen)).toEqual(ids.filter((id) => id !== gone));
});

test('the seventh is refused whichever of them comes last', async () => {
  const images = await Promise.all(Array.from({ length: 9 }, () => base64(photo())));
  const answers = await Promise.all(images.map((image) => add(image)));
  expect(answers.filter(({ code }) => code === 'too_many_photos')).toHaveLength(3);
  const seen = (await get(cloud, `/api/merchants/${outang.noodles.id}`)).json<Merchant>();
  expect(new Set(idsOf(seen)).size).toBe(6);
});

test('the same once more is said to be there; the same key gets the first answer', async () => {
  const image = await base64(photo());
  const key = randomUUID();
  const first = await add(image, clerk, key);
  expect(await add(image, clerk, key)).toEqual(first);
  expect((await add(image)).code).toBe('photo_there_already');
});

test('what staff are editing stays fresh', async () => {
  const staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  const managed = `/api/communities/${outang.id}/merchants/${outang.noodles.id}`;
  const before = (await get(cloud, managed, staff.headers)).json<ManagedMerchant>();
  await add(await base64(photo()), staff);
  const after = (await get(cloud, managed, staff.headers)).json<ManagedMerchant>();
  expect(after.version).toBe(before.version);
  expect(after.photos).toHaveLength(1);
});

test.each([
  ['no picture', Buffer.from('not a picture at all')],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a picture cut off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
])('%s is refused by name', async (_what, bytes) => {
  expect((await add(bytes.toString('base64'))).code).toBe('image_unreadable');
});

test('a small file that unpacks to a very large picture is not unpacked', async () => {
  const bomb = sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } });
  const bytes = await bomb.png({ compressionLevel: 9 }).toBuffer();
  expect((await add(bytes.toString('base64'))).code).toBe('image_unreadable');
});

test('more than a photo needs is too large', async () => {
  const answer = await post(cloud, url, clerk.headers, { image: 'A'.repeat(1_100_000) });
  expect(answer.json<ProblemBody>().code).toBe('payload_too_large');
});

test('nobody from outside adds or removes', async () => {
  const stranger = await clerkOf(cloud, outang.canteen.id);
  expect((await add('AAAA', stranger)).code).toBe('not_found');
  const elsewhere = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  const there = `/api/merchants/${newTown.merchant.id}/photos`;
  expect((await post(cloud, there, elsewhere.headers, { image: 'AAAA' })).statusCode).toBe(404);
});
