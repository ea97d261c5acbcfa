import type { ManagedCoupon } from '../../../contract/coupons';
import { copyOf, draftOf, emptyDraft, factsOf, valueOf, wrongWith, type CouponDraft } from './coupon-draft';

const lunch: ManagedCoupon = {
  id: '019ab000-0000-7000-8000-000000000701',
  communityId: '019ab000-0000-7000-8000-000000000001',
  title: '骑手午餐券',
  value: { kind: 'amount_off', amountFen: 550, thresholdFen: 2000 },
  terms: '限堂食',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  weekdays: [1, 2, 3, 4, 5],
  hours: { from: '11:00', to: '14:00' },
  total: 100,
  perRider: 1,
  period: 'day',
  audience: 'members',
  use: 'ahead',
  pricePoints: null,
  state: 'draft',
  issued: 0,
  redeemed: 0,
  merchants: [{ id: '019ab000-0000-7000-8000-000000000501', name: '荷风面馆' }],
  version: 1,
  can: { change: true },
};

const draft = (change: Partial<CouponDraft> = {}) => ({ ...draftOf(lunch), ...change });

test('what the cloud has goes through the form unchanged', () => {
  const { title, value, terms, startsOn, endsOn, weekdays, hours, total, perRider } = lunch;
  expect(factsOf(draft())).toEqual({
    ...{ title, value, terms, startsOn, endsOn, weekdays, hours, total, perRider },
    ...{
      period: 'day',
      audience: 'members',
      use: 'ahead',
      pricePoints: null,
      merchantIds: [lunch.merchants[0]?.id],
    },
  });
  expect(wrongWith(draft(), lunch)).toEqual({});
});

test.each<[string, Partial<CouponDraft>, ReturnType<typeof valueOf>]>([
  ['a discount', { kind: 'percent_off', discount: '8.5' }, { kind: 'percent_off', percent: 15 }],
  ['half', { kind: 'percent_off', discount: '5' }, { kind: 'percent_off', percent: 50 }],
  ['no discount', { kind: 'percent_off', discount: '10' }, null],
  ['words for one', { kind: 'percent_off', discount: '八折' }, null],
  [
    'yuan become fen',
    { amount: '0.29', threshold: '' },
    { kind: 'amount_off', amountFen: 29, thresholdFen: 0 },
  ],
  ['three places', { amount: '1.005' }, null],
  [
    'a price',
    { kind: 'fixed_price', price: '12', item: ' 盒饭 ' },
    { kind: 'fixed_price', priceFen: 1200, item: '盒饭' },
  ],
  ['a gift without a name', { kind: 'free_item', item: '  ' }, null],
])('%s', (_, change, value) => {
  expect(valueOf(draft(change))).toEqual(value);
});

test('says at its field what is wrong', () => {
  const wrong = wrongWith(
    draft({
      title: ' ',
      amount: '30',
      startsOn: '2026-12-01',
      weekdays: [],
      to: '11:00',
      total: '0',
      merchants: [],
    }),
    null,
  );
  expect(wrong).toEqual({
    title: '给券起个名字',
    threshold: '减的不能比门槛还多',
    endsOn: '不能早于开始日期',
    weekdays: '至少选一天',
    hours: '结束时间不能和开始时间一样',
    total: '填 1 到 1000000 的整数',
    merchantIds: '至少选一家商户',
  });
});

test('once it is out it only gets better', () => {
  const out = { ...lunch, state: 'published', issued: 7 } as const;
  const worse = draft({ startsOn: '2026-11-02', endsOn: '2026-11-29', total: '6' });
  expect(wrongWith(worse, out)).toEqual({
    startsOn: '发布后只能提前',
    endsOn: '发布后只能推后',
    total: '不能少于已领的 7 张',
  });
  expect(wrongWith(draft({ startsOn: '2026-10-31', endsOn: '2026-12-01' }), out)).toEqual({});
});

test('a copy runs as long, from today on', () => {
  expect(copyOf(lunch, '2026-12-10')).toMatchObject({ startsOn: '2026-12-10', endsOn: '2027-01-08' });
});

test('a new one starts today', () => {
  expect(emptyDraft('2026-11-23')).toMatchObject({ startsOn: '2026-11-23', endsOn: '2026-12-23' });
});
