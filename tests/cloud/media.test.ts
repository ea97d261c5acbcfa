import sharp from 'sharp';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang } from '../support/outang';
import { phonePhoto } from '../support/photos';
import { Uploading } from '../support/uploading';

let cloud: TestCloud;
let rider: MadePerson;
let phone: Uploading;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
  phone = new Uploading(cloud, rider.headers);
});
afterAll(() => cloud.close());

test('a photo is kept upright, in two sizes, and nothing but its pixels', async () => {
  const { media } = await phone.upload(await phonePhoto(2_000, 1_500));
  expect(media).toMatchObject({ width: 960, height: 1280 });
  const whole = await get(cloud, media?.url ?? '');
  expect(whole.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="photo.jpg"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  const { width, height, exif, icc, orientation } = await sharp(whole.rawPayload).metadata();
  expect({ width, height, exif, icc, orientation }).toEqual({ width: 960, height: 1280 });
  expect(whole.rawPayload.includes('PhoneMaker')).toBe(false);
  const thumb = await get(cloud, media?.thumbUrl ?? '');
  expect(await sharp(thumb.rawPayload).metadata()).toMatchObject({ width: 320, height: 320, format: 'jpeg' });
});
