import type { Position } from '../../contract/positions';
import { LocationError } from '../platform/location-error';
import { serveTestCloud, until, type ServedCloud } from '../../../tests/support/phone';
import { CodesStore } from './desk/codes-store';

let served: ServedCloud;
const here: Position = { lat: 31.8861, lng: 117.2502, crs: 'GCJ-02', accuracyM: 20 };

beforeAll(async () => {
  served = await serveTestCloud();
});

afterAll(() => served.close());

describe('near me', () => {
  test('from the community’s centre until the person agrees to be located', async () => {
    const { root, device } = served.openApp();
    device.position = here;
    await root.whereabouts.locate();
    expect(root.whereabouts).toMatchObject({ origin: null, status: 'unasked' });
    await root.stations.loadNearby();
    expect(root.stations.nearby.data?.length).toBeGreaterThan(0);
    expect(device.http.log.find((line) => line.includes('/api/stations'))).not.toContain('lat=');
    root.settings.givePosition();
    await root.whereabouts.locate();
    expect(root.whereabouts).toMatchObject({ origin: here, status: 'located' });
    // Distances from the centre are not shown as if they were from here.
    expect(root.stations.nearby.data).toBeNull();
    await until(() => root.stations.nearby.status === 'ready');
    expect(device.http.log.at(-1)).toContain('lat=31.8861');
    const rows = root.stations.nearby.data ?? [];
    expect(rows.every(({ opening }) => opening.isOpen)).toBe(true);
    const distances = rows.map(({ distanceM }) => distanceM ?? Infinity);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  test('only what is open', async () => {
    served.cloud.clock.advance({ hours: 14 });
    const { root } = served.openApp();
    await root.stations.loadNearby();
    await root.stations.loadList();
    served.cloud.clock.advance({ hours: 10 });
    expect(root.stations.nearby.data?.every(({ opening }) => opening.isOpen)).toBe(true);
    expect(root.stations.list.data?.every(({ opening }) => opening.isOpen)).toBe(false);
  });

  test('a fix a few metres away leaves lists as they are, one further away does not', async () => {
    const { root, device } = served.openApp();
    root.settings.givePosition();
    device.position = here;
    await root.whereabouts.locate();
    await root.stations.loadList();
    device.position = { ...here, lat: here.lat + 0.0001 };
    await root.whereabouts.locate();
    expect(root.whereabouts.origin).toEqual(here);
    expect(root.stations.list.status).toBe('ready');
    device.position = { ...here, lat: here.lat + 0.002 };
    await root.whereabouts.locate();
    expect(root.whereabouts.origin).toEqual(device.position);
    expect(root.stations.list.status).toBe('loading');
    root.settings.refusePosition();
    await root.whereabouts.locate();
    await until(() => root.stations.list.status === 'ready');
    expect(device.http.log.at(-1)).not.toContain('lat=');
  });

  test.each([
    ['refused', 'refused'],
    ['unavailable', 'unavailable'],
    ['timeout', 'unavailable'],
  ] as const)('a fix that is %s leaves the list', async (reason, status) => {
    const { root, device } = served.openApp();
    root.settings.givePosition();
    device.position = new LocationError(reason);
    await root.whereabouts.locate();
    expect(root.whereabouts).toMatchObject({ origin: null, status });
    await root.stations.loadNearby();
    expect(root.stations.nearby.status).toBe('ready');
  });

  test('who refused is not located, and nobody asks the phone', async () => {
    const { root, device } = served.openApp();
    root.settings.refusePosition();
    device.position = here;
    await root.whereabouts.locate();
    expect(root.whereabouts).toMatchObject({ origin: null, status: 'refused' });
  });
});

describe('the list', () => {
  test('is filtered by what the person wants, and cleared again', async () => {
    const { root } = served.openApp();
    await root.stations.loadList();
    const all = root.stations.list.data?.length ?? 0;
    await root.stations.toggleFacility('microwave');
    await root.stations.toggleFacility('charging');
    const found = root.stations.list.data ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all);
    for (const { facilities } of found) {
      const working = facilities.filter(({ isWorking }) => isWorking).map(({ code }) => code);
      expect(working).toEqual(expect.arrayContaining(['microwave', 'charging']));
    }
    expect(root.stations.hasFilters).toBe(true);
    await root.stations.toggleFacility('microwave');
    expect(root.stations.facilities).toEqual(['charging']);
    await root.stations.setOpenNowOnly(true);
    expect(root.stations.list.data?.every(({ opening }) => opening.isOpen)).toBe(true);
    await root.stations.clearFilters();
    expect(root.stations).toMatchObject({ facilities: [], isOpenNowOnly: false, hasFilters: false });
    expect(root.stations.list.data?.length).toBe(all);
  });

  test('the answer to filters that were changed again is dropped', async () => {
    const { root, device } = served.openApp();
    await root.stations.loadList();
    const all = root.stations.list.data;
    const release = device.http.holdNextAnswer();
    const filtered = root.stations.toggleFacility('microwave');
    const cleared = root.stations.clearFilters();
    await until(() => root.stations.list.status === 'ready');
    release();
    await Promise.all([filtered, cleared]);
    expect(root.stations.list.data).toEqual(all);
  });

  test('is there without a network, and says how old it is', async () => {
    const before = served.openApp();
    await before.root.stations.loadList();
    const { data, loadedAt } = before.root.stations.list;
    served.cloud.clock.advance({ hours: 1 });
    const { root, device } = served.openApp({ storage: before.device.storage, isOffline: true });
    await root.stations.loadList();
    expect(root.stations.list).toMatchObject({
      status: 'failed',
      failure: { kind: 'offline' },
      isStale: true,
    });
    expect(root.stations.list.data).toEqual(data);
    expect(root.stations.list.loadedAt).toBe(loadedAt);
    device.goOnline();
    await root.stations.loadList();
    expect(root.stations.list).toMatchObject({ status: 'ready', failure: null, isStale: false });
    expect(root.stations.list.loadedAt).toBe(served.cloud.clock.now().getTime());
  });

  test('a first start without a network says so', async () => {
    const { root } = served.openApp({ isOffline: true });
    await root.stations.loadList();
    expect(root.stations.list).toMatchObject({ status: 'failed', data: null, failure: { kind: 'offline' } });
  });
});

describe('one station', () => {
  test('is asked anew for each person, who may do other things', async () => {
    const { root } = served.openApp();
    const [row] = await served.stations();
    const id = row?.id ?? '';
    root.stations.open(id);
    await until(() => root.stations.station(id).status === 'ready');
    expect(root.stations.station(id).data?.name).toBe(row?.name);
    expect(root.stations.station(id).data?.can.seeCodes).toBe(false);
    await root.sessions.signInAsDemo('staff');
    expect(root.stations.station(id).data).toBeNull();
    root.stations.open(id);
    await until(() => root.stations.station(id).status === 'ready');
    expect(root.stations.station(id).data?.can.seeCodes).toBe(true);
    await root.stations.loadVisits(id);
    expect(root.stations.visits(id).data?.stationId).toBe(id);
  });

  test('that does not exist is refused in the cloud’s words', async () => {
    const { root } = served.openApp();
    const id = '019ab000-0000-7000-8000-00000000dead';
    root.stations.open(id);
    await until(() => root.stations.station(id).status === 'failed');
    expect(root.stations.station(id).failure).toMatchObject({ kind: 'refused', code: 'not_found' });
  });

  test('its block map comes with the community', async () => {
    const { root } = served.openApp();
    await root.communities.loadBlockMap();
    expect(root.communities.current?.name).toBe('藕塘社区');
    expect(root.communities.blockMap.data?.features.features.length).toBeGreaterThan(0);
  });
});

describe('on a desk', () => {
  test('a new code is on the screen before the old one runs out, until the page is left', async () => {
    const { root, clock, device } = served.openApp();
    await root.sessions.signInAsDemo('staff');
    const [row] = await served.stations();
    const desk = new CodesStore(root, row?.id ?? '');
    await desk.live.start();
    const before = desk.live.codes.data;
    const leftMs = Date.parse(before?.rotating.expiresAt ?? '') - clock.now();
    expect(leftMs).toBeGreaterThan(0);
    served.cloud.clock.advance({ seconds: leftMs / 1000 });
    clock.advance(leftMs);
    await until(() => desk.live.codes.data?.rotating.url !== before?.rotating.url);
    expect(desk.live.codes.data?.printed).toEqual(before?.printed);
    desk.live.stop();
    const asked = device.http.requests.length;
    clock.advance(3_600_000);
    expect(device.http.requests.length).toBe(asked);
  });

  test('walk-ins counted with a lost answer are counted once', async () => {
    const { root, device } = served.openApp();
    await root.sessions.signInAsDemo('staff');
    const id = (await served.stations())[0]?.id ?? '';
    await root.stations.loadVisits(id);
    const before = root.stations.visits(id).data?.today.walkIns ?? 0;
    const desk = new CodesStore(root, id);
    device.http.loseNextAnswer();
    expect(await desk.tally(4)).toBe(false);
    expect(desk.failure).toEqual({ kind: 'timeout' });
    expect(await desk.tally(4)).toBe(true);
    expect(desk.tallied).toBe(4);
    await root.stations.loadVisits(id);
    expect(root.stations.visits(id).data?.today.walkIns).toBe(before + 4);
    expect(await desk.tally(4)).toBe(true);
    await root.stations.loadVisits(id);
    expect(root.stations.visits(id).data?.today.walkIns).toBe(before + 8);
  });
});
