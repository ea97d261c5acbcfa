import { worsened } from './worse';
import type { CouponRecord } from './queries';

const coupon = {
  title: '面条立减 3 元',
  kind: 'amount_off',
  amountFen: 300,
  thresholdFen: 1500,
  percent: null,
  priceFen: null,
  item: null,
  terms: '堂食',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  weekdays: [1, 2],
  hoursFrom: '22:00',
  hoursTo: '02:00',
  period: 'day',
  use: 'ahead',
  pricePoints: null,
  merchantIds: ['a'],
} as CouponRecord;
const same = {
  title: '面条立减 3 元',
  value: { kind: 'amount_off', amountFen: 300, thresholdFen: 1500 },
  terms: '堂食',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  weekdays: [1, 2],
  hours: { from: '22:00', to: '02:00' },
  period: 'day',
  use: 'ahead',
  pricePoints: null,
  merchantIds: ['a'],
} as const;
type Change = Parameters<typeof worsened>[1];
const fieldsOf = (change: object) =>
  Object.keys(worsened(coupon, { ...same, ...change } as unknown as Change));

test('what stays or gets better is fine', () => {
  expect(fieldsOf({})).toEqual([]);
  const wider = {
    startsOn: '2026-10-01',
    endsOn: '2026-12-31',
    weekdays: [3, 2, 1],
    merchantIds: ['b', 'a'],
  };
  expect(fieldsOf(wider)).toEqual([]);
  expect(fieldsOf({ hours: null })).toEqual([]);
  expect(fieldsOf({ hours: { from: '21:00', to: '03:00' } })).toEqual([]);
});

test.each([
  ['title', { title: '面条立减' }],
  ['value', { value: { kind: 'amount_off', amountFen: 200, thresholdFen: 1500 } }],
  ['terms', { terms: '堂食，不含饮料' }],
  ['startsOn', { startsOn: '2026-11-02' }],
  ['endsOn', { endsOn: '2026-11-29' }],
  ['weekdays', { weekdays: [1, 3] }],
  ['hours', { hours: { from: '22:00', to: '23:59' } }],
  ['period', { period: 'week' }],
  ['use', { use: 'at_once' }],
  ['merchantIds', { merchantIds: ['b'] }],
])('a worse %s is named', (field, change) => {
  expect(fieldsOf(change)).toEqual([field]);
});
