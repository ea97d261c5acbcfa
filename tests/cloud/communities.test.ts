import { Value } from 'typebox/value';
import type { BlockMap, Community } from '../../src/contract/communities';
import { getBlockMapSchemas, listCommunitiesSchemas } from '../../src/contract/communities.schema';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { change, get, newTown, outang } from '../support/outang';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const text: unknown = expect.any(String);

const list = async (query = '') =>
  (await get(cloud, `/api/communities${query}`)).json<{ items: Community[] }>().items;

test('a community says who it is, and that it is a demonstration', async () => {
  const answer = await get(cloud, '/api/communities');
  expect(Value.Check(listCommunitiesSchemas.answer, answer.json())).toBe(true);
  expect(await list()).toMatchObject([
    {
      id: outang.id,
      name: '藕塘社区',
      subdistrict: '海棠街道',
      timeZone: 'Asia/Shanghai',
      isDemo: true,
      distanceM: null,
    },
  ]);
});

test('half a position is refused, naming the other half; so is a latitude of 91', async () => {
  const half = await get(cloud, '/api/communities?lat=31.8');
  expect([half.statusCode, half.json()]).toMatchObject([400, { fields: { lng: text } }]);
  const wrong = await get(cloud, '/api/communities?lat=91&lng=117');
  expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { fields: { lat: text } }]);
});

test('the block map comes with no tiles unless there is a key, and only once to who has it', async () => {
  const url = `/api/communities/${outang.id}/block-map`;
  const answer = await get(cloud, url);
  expect(answer.statusCode).toBe(200);
  expect(Value.Check(getBlockMapSchemas.answer, answer.json())).toBe(true);
  expect(answer.json<BlockMap>().tiles).toBeNull();
  const again = await get(cloud, url, { 'if-none-match': String(answer.headers['etag']) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('a block map that was redrawn is the new one', async () => {
  const url = `/api/communities/${outang.id}/block-map`;
  const drawn = async () => (await get(cloud, url)).json<BlockMap>().features.features.length;
  const before = await drawn();
  await change(cloud, 'communities', `update block_maps set features = features #- '{features,0}'`);
  expect(await drawn()).toBe(before - 1);
});

test('a community that is not there has no block map', async () => {
  const answer = await get(cloud, `/api/communities/${newTown.id}/block-map`);
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'not_found' }]);
  const wrong = await get(cloud, '/api/communities/outang/block-map');
  expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { fields: { communityId: text } }]);
});

test('with a position the nearest come first, as soon as they are there', async () => {
  await change(cloud, 'communities', newTown.script);
  expect((await list()).map(({ name }) => name)).toEqual(['New Town', '藕塘社区']);
  const near = await list('?lat=31.88&lng=117.2');
  expect(near.map(({ name, distanceM }) => [name, distanceM])).toEqual([
    ['藕塘社区', 4768],
    ['New Town', expect.any(Number)],
  ]);
});

test('a key for tiles is handed to the map', async () => {
  const other = await startTestCloud({ settings: { tiandituKey: 'k'.repeat(32) } });
  const map = (await get(other, `/api/communities/${outang.id}/block-map`)).json<BlockMap>();
  await other.close();
  expect(map.tiles).toEqual({ provider: 'tianditu', key: 'k'.repeat(32) });
});
