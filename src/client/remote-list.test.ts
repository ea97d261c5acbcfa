import { Cache } from './cache';
import { CallFailed } from './failure';
import { RemoteList } from './remote-list';
import { PhoneClock, PhoneStorage } from '../../tests/support/device';

interface Row {
  id: string;
  text: string;
}

const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, text: `${id} at first` }));

/** A list in pages of two, changeable under the reader. */
function setUp(ids: string[]) {
  const clock = new PhoneClock('2026-11-23T09:00:00+08:00');
  const storage = new PhoneStorage();
  const source = { all: rows(...ids), failure: null as CallFailed | null, gate: Promise.resolve() };
  const parts = { cache: new Cache(storage, clock, () => null), clock };
  const question = (key = 'all') => ({
    key,
    copy: () => key,
    readPage: async (cursor: string | undefined) => {
      if (source.failure) throw source.failure;
      const from = cursor === undefined ? 0 : source.all.findIndex(({ id }) => id === cursor) + 1;
      const items = source.all.slice(from, from + 2);
      const last = items.at(-1);
      const isEnd = !last || source.all.at(-1) === last;
      await source.gate;
      return { items, nextCursor: isEnd ? null : last.id };
    },
  });
  return { list: new RemoteList<Row>(parts), parts, source, question };
}

const shown = ({ rows: remote }: RemoteList<Row>) => remote.data?.map(({ id }) => id).join('');

test('pages are added at the end, in order, until there is no more', async () => {
  const { list, question } = setUp(['a', 'b', 'c', 'd', 'e']);
  await list.load(question());
  expect([shown(list), list.hasMore]).toEqual(['ab', true]);
  await list.loadMore();
  expect([shown(list), list.hasMore]).toEqual(['abcd', true]);
  await list.loadMore();
  expect([shown(list), list.hasMore]).toEqual(['abcde', false]);
  await list.loadMore();
  expect(shown(list)).toBe('abcde');
});

test('a row on view is not added again when the pages have moved', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c', 'd']);
  await list.load(question());
  source.all = [...rows('a', 'x', 'b'), ...rows('a', 'c', 'd')];
  await list.loadMore();
  expect(shown(list)).toBe('abc');
});

test('a reload keeps the rows behind its first page and their order', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c', 'd', 'e']);
  await list.load(question());
  await list.loadMore();
  source.all[0] = { id: 'a', text: 'a again' };
  await list.load(question());
  expect(shown(list)).toBe('abcd');
  expect(list.rows.data?.[0]?.text).toBe('a again');
  await list.loadMore();
  expect([shown(list), list.hasMore]).toEqual(['abcde', false]);
});

test('a reload of a list read to its end keeps all of it; one that has become shorter is shorter', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c', 'd']);
  await list.load(question());
  await list.loadMore();
  await list.load(question());
  expect([shown(list), list.hasMore]).toEqual(['abcd', false]);
  source.all = rows('a', 'b');
  await list.load(question());
  expect([shown(list), list.hasMore]).toEqual(['ab', false]);
});

test('a reload with a new first row begins anew', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c', 'd', 'e']);
  await list.load(question());
  await list.loadMore();
  source.all = rows('new', 'a', 'b', 'c', 'd', 'e');
  await list.load(question());
  expect([shown(list), list.hasMore]).toEqual(['newa', true]);
});

test('a page of the list before is not added to another list', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c', 'd', 'e']);
  await list.load(question());
  let open = (): void => undefined;
  source.gate = new Promise<void>((resolve) => (open = resolve));
  const more = list.loadMore();
  source.gate = Promise.resolve();
  source.all = rows('x', 'y');
  const other = list.load(question('other'));
  expect(list.hasMore).toBe(false);
  await other;
  open();
  await more;
  expect([shown(list), list.hasMore, list.isLoadingMore]).toEqual(['xy', false, false]);
});

test('a page that does not come leaves what is there and can be asked for again', async () => {
  const { list, source, question } = setUp(['a', 'b', 'c']);
  await list.load(question());
  source.failure = new CallFailed({ kind: 'timeout' });
  await list.loadMore();
  expect([shown(list), list.moreFailure]).toEqual(['ab', { kind: 'timeout' }]);
  source.failure = null;
  await list.loadMore();
  expect([shown(list), list.moreFailure]).toEqual(['abc', null]);
});

test('the device keeps the first page only, and without the cloud there is no more to load', async () => {
  const { list, parts, source, question } = setUp(['a', 'b', 'c']);
  await list.load(question());
  await list.loadMore();
  source.failure = new CallFailed({ kind: 'offline' });
  const later = new RemoteList<Row>(parts);
  await later.load(question());
  expect([shown(later), later.hasMore, later.rows.isStale]).toEqual(['ab', false, true]);
  source.failure = null;
  await later.load(question());
  expect([shown(later), later.hasMore, later.rows.isStale]).toEqual(['ab', true, false]);
});
