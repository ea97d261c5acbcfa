import { problems } from '../../contract/http';
import { countUnreadNotices, listMyNotices, readNotices, type Notice } from '../../contract/notices';
import {
  countUnreadNoticesSchemas,
  listMyNoticesSchemas,
  readNoticesSchemas,
} from '../../contract/notices.schema';
import { recordedPhone } from '../../../tests/support/recorded-phone';

const noticeOf = (number: number, readAt: string | null = null): Notice => ({
  id: `019ab000-0000-7000-8000-00000000060${number}`,
  kind: 'membership',
  title: `第 ${number} 条`,
  text: '您的身份已核实',
  link: null,
  communityName: '藕塘社区',
  createdAt: '2026-11-22T10:00:00+08:00',
  readAt,
});

function phoneWith(rows: Notice[]) {
  const phone = recordedPhone();
  const unread = () => rows.filter(({ readAt }) => readAt === null).length;
  phone.cloud.on(countUnreadNotices, countUnreadNoticesSchemas, () => ({ unread: unread() }));
  phone.cloud.on(listMyNotices, listMyNoticesSchemas, () => ({ items: rows, nextCursor: null }));
  phone.cloud.on(readNotices, readNoticesSchemas, ({ body }) => {
    const { noticeIds } = body as { noticeIds?: string[] };
    rows = rows.map((row) =>
      (noticeIds?.includes(row.id) ?? true) ? { ...row, readAt: '2026-11-23T01:00:00Z' } : row,
    );
    return { unread: unread() };
  });
  return phone;
}

test('how many are unread stands on the tab, and is asked for again when the app comes back', async () => {
  const { root, device } = phoneWith([noticeOf(1), noticeOf(2)]);
  root.start();
  await root.notices.loadUnread();
  expect(root.notices.unread).toBe(2);
  expect(device.badge).toBe(2);
  device.http.requests.length = 0;
  device.show();
  expect(device.http.log).toContain('GET /api/notices/unread');
});

test('one that is opened is read, the others stay', async () => {
  const { root, device } = phoneWith([noticeOf(1), noticeOf(2)]);
  await root.notices.loadInbox();
  await root.notices.read(root.notices.inbox.data![0]!);
  expect(root.notices.inbox.data?.map(({ readAt }) => readAt === null)).toEqual([false, true]);
  expect(root.notices.unread).toBe(1);
  expect(device.badge).toBe(1);
});

test('one that was read before is not told again', async () => {
  const { root, device } = phoneWith([noticeOf(1, '2026-11-22T02:00:00Z')]);
  await root.notices.loadInbox();
  device.http.requests.length = 0;
  await root.notices.read(root.notices.inbox.data![0]!);
  expect(device.http.log).toEqual([]);
});

test('all at once, and nothing of it is read before the cloud says so', async () => {
  const { root, device, cloud } = phoneWith([noticeOf(1), noticeOf(2)]);
  await root.notices.loadInbox();
  await root.notices.loadUnread();
  cloud.refuseNext(readNotices, problems.unavailable);
  await root.notices.readAll();
  expect(root.notices.failure).toMatchObject({ code: 'unavailable' });
  expect(root.notices.unread).toBe(2);
  await root.notices.readAll();
  expect(root.notices.failure).toBeNull();
  expect(root.notices.inbox.data?.every(({ readAt }) => readAt !== null)).toBe(true);
  expect(device.badge).toBe(0);
});

test('without a network the inbox is the one seen last', async () => {
  const seen = phoneWith([noticeOf(1)]);
  await seen.root.notices.loadInbox();
  const again = recordedPhone({ storage: seen.device.storage });
  again.device.goOffline();
  await again.root.notices.loadInbox();
  expect(again.root.notices.inbox).toMatchObject({ status: 'failed', isStale: true });
  expect(again.root.notices.inbox.data?.[0]?.title).toBe('第 1 条');
});

test('who signs out leaves neither inbox nor badge', async () => {
  const { root, device } = phoneWith([noticeOf(1)]);
  await root.notices.loadInbox();
  await root.notices.loadUnread();
  await root.sessions.signOut();
  expect(root.notices.inbox.data).toBeNull();
  expect(device.badge).toBe(0);
  expect(device.storage.keys().filter((key) => key.includes('notices'))).toEqual([]);
});

test('a tab that is shown draws the badge again, and asks once a minute at most', async () => {
  const { root, device, clock } = phoneWith([noticeOf(1)]);
  await root.notices.loadUnread();
  device.badge = 0;
  device.http.requests.length = 0;
  root.notices.showOnTab();
  expect(device.badge).toBe(1);
  expect(device.http.log).toEqual([]);
  clock.advance(61_000);
  root.notices.showOnTab();
  expect(device.http.log).toEqual(['GET /api/notices/unread']);
});
