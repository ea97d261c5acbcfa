import {
  exportSettlement,
  getSettlement,
  redemptionProblems,
  type Settlement,
} from '../../../contract/redemptions';
import { exportSettlementSchemas, getSettlementSchemas } from '../../../contract/redemptions.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { monthAfter } from '../../ui/dates';
import { byShop, SettlementStore } from './settlement-store';

const shop = (id: string, name: string) => ({ id, name });
const noodles = shop(outang.noodles.id, '荷风面馆');
const canteen = shop(outang.canteen.id, '社区食堂');
const reduction = { kind: 'amount_off', amountFen: 500, thresholdFen: 2000 } as const;
const gift = { kind: 'free_item', item: '绿豆汤' } as const;

const row = (
  merchant: typeof noodles,
  value: Settlement['rows'][number]['coupon']['value'],
  redeemed: number,
  amountFen: number | null,
): Settlement['rows'][number] => ({
  merchant,
  coupon: { id: outang.id, title: '券', value },
  redeemed,
  reversed: 1,
  standing: redeemed - 1,
  amountFen,
});

const rows = [row(noodles, reduction, 5, 2000), row(canteen, gift, 3, null), row(noodles, gift, 2, null)];

function openDesk() {
  const phone = recordedPhone();
  phone.cloud.on(getSettlement, getSettlementSchemas, ({ path }) => ({
    month: path.split('/').at(-1) ?? '',
    rows,
  }));
  phone.cloud.on(exportSettlement, exportSettlementSchemas, () => ({
    name: '优惠结算.xlsx',
    contentType: 'application/x',
    file: 'UE5H',
  }));
  return { ...phone, store: new SettlementStore(phone.root, outang.id) };
}

test('rows stand by shop, with what they come to', () => {
  expect(byShop(rows)).toMatchObject([
    { name: '荷风面馆', redeemed: 7, reversed: 2, standing: 5, amountFen: 2000 },
    { name: '社区食堂', redeemed: 3, standing: 2, amountFen: null },
  ]);
});

test('months go over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthAfter('2026-11', -12)).toBe('2025-11');
});

test('begins with the running month, and goes back', async () => {
  const { store, device } = openDesk();
  await store.load();
  expect(store).toMatchObject({ month: '2026-11', isRunning: true });
  expect(store.total).toMatchObject({ standing: 7, amountFen: 2000 });
  await store.go(-1);
  expect(store).toMatchObject({ month: '2026-10', isRunning: false });
  expect(device.http.log.at(-1)).toMatch(/settlements\/2026-10$/);
});

test('the spreadsheet is handed over; why not is said', async () => {
  const { store, device, cloud } = openDesk();
  expect(await store.export()).toBe('done');
  expect(device.done).toEqual(['hand over 优惠结算.xlsx']);
  cloud.refuseNext(exportSettlement, redemptionProblems.export_days);
  expect(await store.export()).toBe('failed');
  expect(store.failure).toMatchObject({ code: 'export_days' });
});
