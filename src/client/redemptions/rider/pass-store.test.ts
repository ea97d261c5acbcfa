import { listMyGrants } from '../../../contract/coupons';
import { listMyGrantsSchemas } from '../../../contract/coupons.schema';
import { createPass } from '../../../contract/redemptions';
import { createPassSchemas } from '../../../contract/redemptions.schema';
import { signOut } from '../../../contract/sessions';
import { wasShown } from '../../../../tests/support/rotating';
import type { PhoneStorage } from '../../../../tests/support/device';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { PassStore } from './pass-store';

const key = Buffer.alloc(32, 7);
const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

/** A phone whose clock is behind the cloud's by so much. */
function openPass({ storage, behindMs = 0 }: { storage?: PhoneStorage; behindMs?: number } = {}) {
  const phone = recordedPhone({ ...(storage && { storage }) });
  const cloudNow = () => phone.clock.now() + behindMs;
  let made = 0;
  phone.cloud.on(createPass, createPassSchemas, () => {
    made += 1;
    const at = cloudNow();
    return {
      id: `7h2k9m4p3${made}`,
      key: key.toString('base64url'),
      expiresAt: new Date(at + 7 * dayMs).toISOString(),
      now: new Date(at).toISOString(),
    };
  });
  phone.cloud.on(listMyGrants, listMyGrantsSchemas, () => ({ items: [], nextCursor: null }));
  const store = new PassStore(phone.root);
  const isTaken = () => store.shown !== null && wasShown(key, store.shown.text, cloudNow());
  return { ...phone, store, isTaken, made: () => made };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('is made once, and moves on every half minute by itself', async () => {
  const { store, isTaken, clock, made } = openPass();
  store.start();
  await settled();
  const first = store.shown?.text;
  expect(isTaken()).toBe(true);
  expect(store.secondsLeft).toBe(30);
  clock.advance(1_000);
  expect(store.secondsLeft).toBe(29);
  clock.advance(29_000);
  expect(store.shown?.text).not.toBe(first);
  expect(isTaken()).toBe(true);
  store.stop();
  clock.advance(30_000);
  expect(isTaken()).toBe(true);
  store.start();
  await settled();
  expect(made()).toBe(1);
});

test.each([-hourMs, 20 * 60_000])('a phone’s clock that is wrong by %s ms does no harm', async (behindMs) => {
  const { store, isTaken, clock } = openPass({ behindMs });
  store.start();
  await settled();
  expect(isTaken()).toBe(true);
  clock.advance(45_000);
  expect(isTaken()).toBe(true);
});

test('an app opened again without a network shows it, for a week', async () => {
  const before = openPass();
  before.store.start();
  await settled();
  const { store, device, isTaken, clock } = openPass({ storage: before.device.storage });
  device.goOffline();
  clock.advance(6 * dayMs);
  store.start();
  await settled();
  expect(isTaken()).toBe(true);
  expect(store.failure).toEqual({ kind: 'offline' });
  clock.advance(dayMs);
  expect(store.isOver).toBe(true);
  expect(store.shown).toBeNull();
  device.goOnline();
  await store.renew();
  expect(isTaken()).toBe(true);
});

test('is renewed after a day, long before it ends', async () => {
  const { store, clock, made } = openPass();
  store.start();
  await settled();
  clock.advance(dayMs + 1_000);
  store.start();
  await settled();
  expect(made()).toBe(2);
});

test('never made and no network: there is none, and why', async () => {
  const { store, device } = openPass();
  device.goOffline();
  store.start();
  await settled();
  expect(store.shown).toBeNull();
  expect(store.failure).toEqual({ kind: 'offline' });
});

test('the screen is bright while it is shown', async () => {
  const { store, device } = openPass();
  store.start();
  await settled();
  store.stop();
  expect(device.done).toEqual(['light on', 'light off']);
});

test('who signs out leaves no key behind', async () => {
  const { store, root, device, cloud } = openPass();
  cloud.on(signOut, {}, () => undefined);
  store.start();
  await settled();
  expect(device.storage.keys().some((name) => name.startsWith('pass.'))).toBe(true);
  await root.sessions.signOut();
  expect(device.storage.keys().some((name) => name.startsWith('pass.'))).toBe(false);
  store.start();
  expect(store.shown).toBeNull();
});
