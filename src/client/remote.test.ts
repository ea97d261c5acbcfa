import { Cache } from './cache';
import { CallFailed } from './failure';
import { Remote, type Question } from './remote';
import { PhoneClock, PhoneStorage } from '../../tests/support/device';

const monday = '2026-11-23T09:00:00+08:00';

function setUp(storage = new PhoneStorage(), personId: () => string | null = () => 'lin') {
  const clock = new PhoneClock(monday);
  const cache = new Cache(storage, clock, personId);
  return { storage, clock, cache, remote: new Remote<string>({ cache, clock }) };
}

/** A question whose answers the test gives. */
function asked(key: string, copy: string | null = key) {
  const waiting: { answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const question: Question<string> = {
    key,
    copy: () => copy,
    read: () => new Promise((answer, fail) => void waiting.push({ answer, fail })),
  };
  const at = (index: number) => {
    const found = waiting[index];
    if (!found) throw new Error(`Question ${key} was not read ${index + 1} times`);
    return found;
  };
  return { question, at, reads: () => waiting.length };
}

const offline = new CallFailed({ kind: 'offline' });

describe('an answer of the cloud', () => {
  test('says when it came', async () => {
    const { remote, clock } = setUp();
    const { question, at } = asked('tea');
    expect(remote.status).toBe('idle');
    const loaded = remote.load(question);
    expect(remote.status).toBe('loading');
    clock.advance(2_000);
    at(0).answer('hot');
    await loaded;
    expect(remote).toMatchObject({ status: 'ready', data: 'hot', isStale: false, failure: null });
    expect(remote.loadedAt).toBe(Date.parse(monday) + 2_000);
  });

  test('shows the copy of the device first, with its age, and keeps it where no fresh one comes', async () => {
    const { storage, cache, clock } = setUp();
    cache.write('tea', 'hot');
    const later = setUp(storage);
    later.clock.advance(3_600_000);
    const { question, at } = asked('tea');
    const loaded = later.remote.load(question);
    expect(later.remote).toMatchObject({ status: 'loading', data: 'hot', isStale: true });
    expect(later.remote.loadedAt).toBe(clock.now());
    at(0).fail(offline);
    await loaded;
    expect(later.remote).toMatchObject({ status: 'failed', data: 'hot', isStale: true });
    expect(later.remote.failure).toEqual({ kind: 'offline' });
  });

  test('is asked for once where two ask at a time', async () => {
    const { remote } = setUp();
    const { question, at, reads } = asked('tea');
    const both = Promise.all([remote.load(question), remote.load(question)]);
    expect(reads()).toBe(1);
    at(0).answer('hot');
    await both;
    void remote.load(question);
    expect(reads()).toBe(2);
  });

  test('to an older question never replaces that to a newer one', async () => {
    const { remote, cache } = setUp();
    const tea = asked('tea');
    const water = asked('water');
    const first = remote.load(tea.question);
    const second = remote.load(water.question);
    water.at(0).answer('cold');
    await second;
    tea.at(0).answer('hot');
    await first;
    expect(remote).toMatchObject({ status: 'ready', data: 'cold' });
    expect(cache.read('tea')).toBeNull();
  });

  test('that fails late does not spoil a newer one', async () => {
    const { remote } = setUp();
    const tea = asked('tea');
    const water = asked('water');
    const first = remote.load(tea.question);
    const second = remote.load(water.question);
    water.at(0).answer('cold');
    tea.at(0).fail(offline);
    await Promise.all([first, second]);
    expect(remote).toMatchObject({ status: 'ready', data: 'cold', failure: null });
  });

  test('to another question hides what was shown, to the same from elsewhere does not', async () => {
    const { remote, storage } = setUp();
    storage.isFull = true;
    const here = asked('tea from here', 'tea');
    const loaded = remote.load(here.question);
    here.at(0).answer('hot');
    await loaded;
    void remote.load(asked('tea from there', 'tea').question);
    expect(remote).toMatchObject({ data: 'hot', isStale: true });
    void remote.load(asked('water', 'water').question);
    expect(remote).toMatchObject({ data: null, isStale: false });
  });

  test('that was on its way when all was forgotten is dropped', async () => {
    const { remote } = setUp();
    const { question, at } = asked('tea');
    const loaded = remote.load(question);
    remote.reset();
    at(0).answer('hot');
    await loaded;
    expect(remote).toMatchObject({ status: 'idle', data: null });
  });
});

describe('the copies of a device', () => {
  test('belong to a person and go with them', () => {
    const { storage, cache } = setUp();
    const wu = setUp(storage, () => 'wu').cache;
    const anyone = setUp(storage, () => null).cache;
    cache.write('mine', ['visit']);
    anyone.write('list', ['station']);
    expect(wu.read('mine')).toBeNull();
    cache.clearOf('lin');
    expect(cache.read('mine')).toBeNull();
    expect(anyone.read('list')?.data).toEqual(['station']);
    expect([...storage.texts.values()].join()).not.toContain('visit');
  });

  test('are bounded: the oldest go first, and what is too big is not kept', () => {
    const { storage, cache } = setUp();
    for (let at = 0; at < 60; at += 1) cache.write(`list ${at}`, at);
    expect(cache.read('list 19')).toBeNull();
    expect(cache.read<number>('list 20')?.data).toBe(20);
    expect(storage.keys().length).toBe(41);
    cache.write('huge', 'x'.repeat(300_000));
    expect(cache.read('huge')).toBeNull();
  });

  test('that cannot be read count as none', () => {
    const { storage, cache } = setUp();
    cache.write('tea', 'hot');
    const key = storage.keys().find((name) => name.endsWith('.tea')) ?? '';
    storage.texts.set(key, '{"version":1,"at":');
    expect(cache.read('tea')).toBeNull();
    storage.texts.set(key, '{"version":0,"at":1,"data":"old"}');
    expect(cache.read('tea')).toBeNull();
  });

  test('are done without where there is no room', () => {
    const { storage, cache } = setUp();
    storage.isFull = true;
    cache.write('tea', 'hot');
    expect(cache.read('tea')).toBeNull();
  });
});
