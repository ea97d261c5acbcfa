import { exportAuditLog, type AuditEntry } from '../../../contract/audit';
import { exportAuditLogSchemas } from '../../../contract/audit.schema';
import { problems } from '../../../contract/http';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { entryWords } from './entry-words';
import { LogStore } from './log-store';

const entryOf = (number: number): AuditEntry => ({
  number,
  at: '2026-11-22T10:00:00+08:00',
  action: 'member_roles_set',
  actor: { ref: 'a1', nickname: '社区小陶' },
  subject: { ref: 'b2', nickname: null },
  details: { given: ['staff'], taken: [], departments: 0 },
  hash: 'f'.repeat(64),
});

function openDesk(firstBroken: number | null = null) {
  const phone = recordedPhone();
  phone.cloud.on(exportAuditLog, exportAuditLogSchemas, ({ path }) => {
    const query = new URL(path, 'http://cloud.test').searchParams;
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    const isFirst = from === '2026-11-01';
    return {
      communityId: outang.id,
      from,
      to,
      isIntact: isFirst || firstBroken === null,
      firstBroken: isFirst ? null : firstBroken,
      previousHash: null,
      entries: isFirst ? [entryOf(1), entryOf(2)] : [entryOf(3)],
      nextFrom: isFirst ? '2026-11-15' : null,
    };
  });
  return { ...phone, store: new LogStore(phone.root, outang.id) };
}

test('a long log comes in parts, and one file holds them all', async () => {
  const { store, device } = openDesk();
  expect(await store.export('2026-11-01', '2026-11-23')).toBe(true);
  expect(store.exported).toEqual({ entries: 3, firstBroken: null });
  const [, , ...rest] = device.done[0]!.split(' ');
  expect(device.done[0]).toMatch(/^save 操作记录 2026-11-01 至 2026-11-23\.json /);
  expect(rest.join(' ')).toContain('"nextFrom": "2026-11-15"');
});

test('a chain that does not hold is told', async () => {
  const { store } = openDesk(3);
  await store.export('2026-11-01', '2026-11-23');
  expect(store.exported?.firstBroken).toBe(3);
});

test('what was not read whole is not saved', async () => {
  const { store, device, cloud } = openDesk();
  cloud.refuseNext(exportAuditLog, problems.forbidden);
  expect(await store.export('2026-11-01', '2026-11-23')).toBe(false);
  expect(device.done).toEqual([]);
});

test('an entry in words; who is gone stays a pseudonym', () => {
  expect(entryWords(entryOf(1))).toEqual({
    what: '改了已注销的人 b2的角色',
    more: '操作人 社区小陶 · 加了社区工作人员',
  });
});
