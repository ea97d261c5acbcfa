import {
  applyForGrid,
  getMyGridMembership,
  memberProblems,
  updateMyGridMembership,
  type GridMembership,
} from '../../../contract/members';
import {
  applyForGridSchemas,
  getMyGridMembershipSchemas,
  updateMyGridMembershipSchemas,
} from '../../../contract/members.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { GridStore } from './grid-store';

const applied: GridMembership = {
  id: '019ab000-0000-7000-8000-000000000501',
  state: 'applied',
  number: null,
  areas: ['荷风路'],
  note: null,
  reason: null,
  appliedAt: '2026-11-23T09:00:00+08:00',
  decidedAt: null,
  version: 1,
};

function openPage(membership: GridMembership | null = null, phone = recordedPhone()) {
  let kept = membership;
  phone.cloud.on(getMyGridMembership, getMyGridMembershipSchemas, () => ({ membership: kept }));
  phone.cloud.on(applyForGrid, applyForGridSchemas, ({ body }) => {
    const { areas, note } = body as { areas: string[]; note?: string };
    kept = { ...applied, areas, note: note ?? null };
    return kept;
  });
  phone.cloud.on(updateMyGridMembership, updateMyGridMembershipSchemas, ({ body }) => {
    kept = { ...(kept ?? applied), ...(body as Partial<GridMembership>) };
    return kept;
  });
  const change = (to: GridMembership) => (kept = to);
  return { ...phone, change, store: new GridStore(phone.root, outang.id) };
}

test('what was written is there when the app is opened again, and gone once it is sent', async () => {
  const first = openPage();
  first.store.write({ areas: ['荷风路', '采莲路'], note: '晚上也在' });
  const again = openPage(null, recordedPhone({ storage: first.device.storage }));
  expect(again.store.draft).toEqual({ areas: ['荷风路', '采莲路'], note: '晚上也在' });
  await again.store.load();
  expect(await again.store.apply()).toBe(true);
  expect(again.store.mine.data?.membership).toMatchObject({ state: 'applied', note: '晚上也在' });
  expect(openPage(null, recordedPhone({ storage: again.device.storage })).store.draft.areas).toEqual([]);
});

test('an application whose answer was lost is sent with the same key', async () => {
  const { store, device } = openPage();
  await store.load();
  store.write({ areas: ['荷风路'] });
  device.http.loseNextAnswer();
  expect(await store.apply()).toBe(false);
  expect(store.failure).toEqual({ kind: 'timeout' });
  expect(store.draft.areas).toEqual(['荷风路']);
  expect(await store.apply()).toBe(true);
  const keys = device.http.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('who has applied already, elsewhere, is shown that', async () => {
  const { store, cloud, change } = openPage();
  await store.load();
  change(applied);
  cloud.refuseNext(applyForGrid, memberProblems.grid_applied_already);
  store.write({ areas: ['荷风路'] });
  expect(await store.apply()).toBe(false);
  expect(store.failure).toMatchObject({ code: 'grid_applied_already' });
  expect(store.mine.data?.membership?.state).toBe('applied');
});

test('a change names the version it was seen in; where it is another the newest is shown', async () => {
  const active = { ...applied, state: 'active' as const, number: '藕塘-007', version: 4 };
  const { store, cloud, device, change } = openPage(active);
  await store.load();
  expect(await store.update({ state: 'paused' })).toBe(true);
  const sent = device.http.requests.find(({ method }) => method === 'PATCH');
  expect(sent?.body).toEqual({ state: 'paused', version: 4 });
  change({ ...active, state: 'left', version: 9 });
  cloud.refuseNext(updateMyGridMembership, memberProblems.grid_state);
  expect(await store.update({ state: 'active' })).toBe(false);
  expect(store.mine.data?.membership?.state).toBe('left');
});

test('to apply again begins with what was written before, never over what was begun anew', () => {
  const { store } = openPage();
  store.takeUp({ ...applied, note: '以前写的' });
  expect(store.draft).toEqual({ areas: ['荷风路'], note: '以前写的' });
  store.write({ areas: ['北苑'] });
  store.takeUp(applied);
  expect(store.draft.areas).toEqual(['北苑']);
});
