import { createCoupon, getManagedCoupon, updateCoupon, type ManagedCoupon } from '../../../contract/coupons';
import {
  createCouponSchemas,
  getManagedCouponSchemas,
  updateCouponSchemas,
} from '../../../contract/coupons.schema';
import { problems } from '../../../contract/http';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { CouponEditStore } from './edit-store';

const couponId = '019ab000-0000-7000-8000-000000000701';
const noodles = { id: outang.noodles.id, name: '荷风面馆' };

async function openEditor(ids: { couponId?: string } = { couponId }, as: Partial<ManagedCoupon> = {}) {
  const phone = recordedPhone();
  let coupon: ManagedCoupon = {
    id: couponId,
    communityId: outang.id,
    title: '骑手午餐券',
    value: { kind: 'amount_off', amountFen: 500, thresholdFen: 2000 },
    terms: '',
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    weekdays: [1, 2, 3, 4, 5],
    hours: null,
    total: 100,
    perRider: 1,
    period: 'day',
    audience: 'members',
    use: 'ahead',
    pricePoints: null,
    state: 'draft',
    issued: 0,
    redeemed: 0,
    merchants: [noodles],
    version: 1,
    can: { change: true },
    ...as,
  };
  const change = (changed: Partial<ManagedCoupon>) =>
    (coupon = { ...coupon, ...changed, version: coupon.version + 1 });
  phone.cloud.on(getManagedCoupon, getManagedCouponSchemas, () => coupon);
  phone.cloud.on(updateCoupon, updateCouponSchemas, () => change({}));
  phone.cloud.on(createCoupon, createCouponSchemas, () => coupon);
  const store = new CouponEditStore(phone.root, { communityId: outang.id, ...ids });
  await store.load();
  return { ...phone, store, change };
}

const lastBody = ({ device }: Awaited<ReturnType<typeof openEditor>>) => device.http.requests.at(-1)?.body;

test('a change goes with the version that was seen', async () => {
  const desk = await openEditor();
  desk.store.write({ title: '午餐券' });
  expect(await desk.store.save()).toBe(true);
  expect(lastBody(desk)).toMatchObject({ title: '午餐券', version: 1, merchantIds: [noodles.id] });
});

test('nothing is sent while something is wrong, and then it is said', async () => {
  const { store, device } = await openEditor();
  store.write({ title: '', amount: '' });
  expect(store.wrong).toEqual({});
  const sent = device.http.requests.length;
  expect(await store.save()).toBe(false);
  expect(store.wrong).toEqual({ title: '给券起个名字', amount: '填金额，例如 5 或 5.5' });
  expect(device.http.requests.length).toBe(sent);
  store.write({ title: '好', amount: '3' });
  expect(store.wrong).toEqual({});
});

test('somebody was quicker: what was written stays, theirs is named, and saving again wins', async () => {
  const desk = await openEditor();
  const { store, cloud, change } = desk;
  store.write({ title: '我的名字' });
  change({ total: 200, endsOn: '2026-12-31' });
  cloud.refuseNext(updateCoupon, problems.conflict);
  expect(await store.save()).toBe(false);
  expect(store.draft.title).toBe('我的名字');
  expect(store.changedByOthers).toEqual(['有效期', '总共几张']);
  expect(await store.save()).toBe(true);
  expect(lastBody(desk)).toMatchObject({ title: '我的名字', total: 100, version: 2 });
});

test('theirs can be taken instead', async () => {
  const { store, cloud, change } = await openEditor();
  store.write({ title: '我的名字' });
  change({ title: '对方的名字' });
  cloud.refuseNext(updateCoupon, problems.conflict);
  await store.save();
  store.takeTheirs();
  expect(store.draft.title).toBe('对方的名字');
  expect(store.changedByOthers).toBeNull();
});

test('it was published meanwhile: what people hold now stays as they took it', async () => {
  const { store, cloud, change } = await openEditor();
  store.write({ title: '我的名字', total: '300' });
  change({ state: 'published' });
  cloud.refuseNext(updateCoupon, problems.conflict);
  await store.save();
  expect(store.draft).toMatchObject({ title: '骑手午餐券', total: '300' });
  expect(store.changedByOthers).toEqual(['状态']);
});

test('once it is out, its shops stay in', async () => {
  const { store } = await openEditor({ couponId }, { state: 'published' });
  store.toggleMerchant(noodles);
  expect(store.isChosen(noodles.id)).toBe(true);
  store.toggleMerchant({ id: outang.canteen.id, name: '社区食堂' });
  store.toggleMerchant({ id: outang.canteen.id, name: '社区食堂' });
  expect(store.isChosen(outang.canteen.id)).toBe(false);
});

test('a create that got no answer is sent again with its key', async () => {
  const desk = await openEditor({});
  const { store, device } = desk;
  store.write({ title: '新券', amount: '3', merchants: [noodles] });
  device.http.loseNextAnswer();
  expect(await store.save()).toBe(false);
  expect(store.failure).toEqual({ kind: 'timeout' });
  expect(await store.save()).toBe(true);
  const keys = device.http.requests
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});
