import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../src/contract/audit';
import { mediaPersonalData } from '../../src/cloud/media/service';
import { statement } from '../../src/cloud/platform/database';
import { makePerson } from '../support/made-person';
import { MediaCloud, refused } from '../support/media-cloud';
import { get, outang } from '../support/outang';
import { phonePhoto } from '../support/photos';

let world: MediaCloud;
beforeAll(async () => {
  world = await MediaCloud.start();
});
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('originals', () => {
  const original = (mediaId: string, actorId = world.rider.id) =>
    world.cloud.database.transaction((tx) =>
      world.media.originalUrl(tx, { communityId: outang.id, mediaId, actorId }),
    );

  test('of reports are kept sealed, handed out as files to whoever may, each look written down', async () => {
    const bytes = await phonePhoto();
    expect(bytes.includes('PhoneMaker')).toBe(true);
    const photo = await world.taken(bytes, world.phone, 'report');
    for (const held of world.s3.held.values()) expect(held.includes('PhoneMaker')).toBe(false);
    const staff = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['staff', 'admin'] }]);
    const { url } = await original(photo.id, staff.id);
    const answer = await get(world.cloud, url);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="photo.jpg"',
      'cache-control': 'private, no-store',
    });
    const log = await get(world.cloud, `/api/communities/${outang.id}/audit-entries`, staff.headers);
    const [entry] = log.json<{ items: AuditEntry[] }>().items;
    expect(entry).toMatchObject({
      action: 'original_photo_viewed',
      actor: { nickname: staff.nickname },
      details: { mediaId: photo.id },
    });
    world.cloud.clock.advance({ minutes: 5 });
    expect(await world.statusOf(url)).toBe(404);
  });

  test('are gone after thirty days, the photo is not; of other photos there are none', async () => {
    const after = await world.taken();
    expect(await refused(original(after.id))).toBe('not_found');
    const photo = await world.taken(null, world.phone, 'report');
    await world.claim([photo], { purpose: 'report' });
    await world.claim([after]);
    expect(world.s3.held.size).toBe(5);
    await world.later({ days: 29, hours: 23 });
    const { url } = await original(photo.id);
    world.cloud.clock.advance({ hours: 1 });
    expect(await refused(original(photo.id))).toBe('not_found');
    expect(await world.statusOf(url)).toBe(404);
    await world.later({ minutes: 1 });
    expect(world.s3.held.size).toBe(4);
    expect(await world.statusOf((await world.shown(photo))?.url ?? '')).toBe(200);
  });
});

describe('a person’s photos', () => {
  const owners = statement<{ purpose: string; personId: string | null }>(
    'test_owners',
    'select purpose, person_id as "personId" from media order by purpose',
  );
  const both = async () => {
    await world.claim([await world.taken()]);
    const report = await world.taken(null, world.phone, 'report');
    await world.claim([report], { purpose: 'report' });
  };

  test('are handed out with addresses that open for a day', async () => {
    await both();
    const data = mediaPersonalData(world.cloud);
    const rows = (await data.collect(world.cloud.database, world.rider.id)) as Record<
      string,
      string | null
    >[];
    expect(rows.map(({ 用途 }) => 用途)).toEqual(['处理之后', '上报隐患']);
    const urls = rows.flatMap((row) => Object.values(row).filter((value) => value?.startsWith('https://')));
    expect(urls).toHaveLength(3);
    world.cloud.clock.advance({ hours: 23, minutes: 59 });
    for (const url of urls)
      expect(await world.statusOf(url?.replace('https://nuanxin.test', '') ?? '')).toBe(200);
  });

  test('go with the person; those taken at work stay and are nobody’s', async () => {
    await both();
    await world.phone.start(randomUUID(), await phonePhoto());
    await world.cloud.database.transaction((tx) => mediaPersonalData(world.cloud).forget(tx, world.rider.id));
    expect(await world.cloud.database.rows(owners)).toEqual([{ purpose: 'after', personId: null }]);
    await world.later({ hours: 1 });
    expect(world.s3.held.size).toBe(2);
  });

  test('go over to whom the person turned out to be', async () => {
    await both();
    const stays = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }]);
    await world.cloud.database.transaction((tx) =>
      mediaPersonalData(world.cloud).merge(tx, world.rider.id, stays.id),
    );
    const rows = await world.cloud.database.rows(owners);
    expect(rows.map(({ personId }) => personId)).toEqual([stays.id, stays.id]);
  });

  test('leaving a community takes them along', async () => {
    await both();
    const url = `/api/communities/${outang.id}/membership`;
    const answer = await world.cloud.app.inject({ method: 'DELETE', url, headers: world.rider.headers });
    expect(answer.statusCode).toBe(204);
    expect(await world.cloud.database.rows(owners)).toEqual([{ purpose: 'after', personId: null }]);
  });
});
