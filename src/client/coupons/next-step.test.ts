import type { Coupon } from '../../contract/coupons';
import { nextStep } from './next-step';

const usable = (state: 'available' | 'held') => [{ id: 'g', state, expiresAt: '2026-12-01T00:00:00+08:00' }];
const facts = { state: 'published', left: 3, perRider: 1, use: 'ahead', mine: null };
const step = (rest: object, hasCode = false) => nextStep({ ...facts, ...rest } as Coupon, hasCode);
const mine = (rest: object) => ({ usable: [], taken: 0, nextAt: null, ...rest });

test.each<[string, object, boolean, object]>([
  ['a guest may claim it', {}, false, { kind: 'claim' }],
  ['used at once it is used in the shop', { use: 'at_once' }, false, { kind: 'visit' }],
  ['in the shop it is used', { use: 'at_once' }, true, { kind: 'use', grantId: null }],
  ['claimed ahead it is claimed in the shop too', {}, true, { kind: 'claim' }],
  [
    'one of mine is opened',
    { mine: mine({ usable: usable('available') }) },
    false,
    { kind: 'open', grantId: 'g' },
  ],
  ['or used', { mine: mine({ usable: usable('available') }) }, true, { kind: 'use', grantId: 'g' }],
  ['or waits', { mine: mine({ usable: usable('held') }) }, true, { kind: 'waiting', grantId: 'g' }],
  [
    'also when no more are given',
    { state: 'ended', left: 0, mine: mine({ usable: usable('available') }) },
    false,
    { kind: 'open', grantId: 'g' },
  ],
  [
    'as often as it may be',
    { mine: mine({ taken: 1, nextAt: 'then' }) },
    true,
    { kind: 'spent', nextAt: 'then' },
  ],
  ['sold out', { left: 0 }, false, { kind: 'sold_out' }],
  ['paused', { state: 'paused' }, false, { kind: 'not_running' }],
])('%s', (_what, rest, hasCode, expected) => {
  expect(step(rest, hasCode)).toEqual(expected);
});
