import { listDeliveries, noticeProblems, retryDelivery, type Delivery } from '../../../contract/notices';
import { listDeliveriesSchemas, retryDeliverySchemas } from '../../../contract/notices.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { DeliveriesStore } from './deliveries-store';

const deliveryOf = (number: number, state: Delivery['state']): Delivery => ({
  id: `019ab000-0000-7000-8000-00000000080${number}`,
  kind: 'roles',
  state,
  attempts: 1,
  errorCode: null,
  createdAt: '2026-11-22T10:00:00+08:00',
  dueAt: '2026-11-22T10:00:00+08:00',
  can: { retry: state !== 'sent' },
});

function openDesk(deliveries: Delivery[]) {
  const phone = recordedPhone();
  phone.cloud.on(listDeliveries, listDeliveriesSchemas, ({ path }) => {
    const state = new URL(path, 'http://cloud.test').searchParams.get('state');
    const counts: Record<string, number> = {};
    for (const one of deliveries) counts[one.state] = (counts[one.state] ?? 0) + 1;
    return { items: deliveries.filter((one) => !state || one.state === state), nextCursor: null, counts };
  });
  return { ...phone, store: new DeliveriesStore(phone.root, outang.id) };
}

test('what is stuck comes first, until the person chooses', async () => {
  const { store } = openDesk([deliveryOf(1, 'sent'), deliveryOf(2, 'refused'), deliveryOf(3, 'sent')]);
  await store.open();
  expect(store).toMatchObject({ state: 'refused', stuck: 1, total: 3 });
  expect(store.pages.rows.data?.map(({ state }) => state)).toEqual(['refused']);
  await store.setState('any');
  await store.open();
  expect(store.pages.rows.data).toHaveLength(3);
});

test('nothing stuck: all are shown', async () => {
  const { store } = openDesk([deliveryOf(1, 'sent')]);
  await store.open();
  expect(store).toMatchObject({ state: 'any', stuck: 0 });
});

test('one that is sent again changes where it stands', async () => {
  const { store, cloud } = openDesk([deliveryOf(1, 'unknown'), deliveryOf(2, 'unknown')]);
  cloud.on(retryDelivery, retryDeliverySchemas, () => ({
    ...deliveryOf(1, 'waiting'),
    can: { retry: false },
  }));
  await store.open();
  expect(await store.retry(store.pages.rows.data![0]!)).toBe(true);
  expect(store.pages.rows.data?.map(({ state }) => state)).toEqual(['waiting', 'unknown']);
  expect(store).toMatchObject({ stuck: 1, total: 2 });
});

test('one that went meanwhile is said to have gone, and the list is the newest', async () => {
  const { store, cloud } = openDesk([deliveryOf(1, 'unknown')]);
  await store.open();
  cloud.refuseNext(retryDelivery, noticeProblems.delivery_not_stuck);
  expect(await store.retry(store.pages.rows.data![0]!)).toBe(false);
  expect(store.failure).toMatchObject({ code: 'delivery_not_stuck' });
});
