import { listHolds, type Hold } from '../../../contract/redemptions';
import { listHoldsSchemas } from '../../../contract/redemptions.schema';
import { problems } from '../../../contract/http';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { LiveHolds } from './live-holds';

const merchantId = '019ab000-0000-7000-8000-000000000501';
const start = Date.parse('2026-11-23T09:00:00+08:00');

/** A hold that begins so many ms after nine. */
function hold(number: number, afterMs = 0): Hold {
  return {
    grantId: `019ab000-0000-7000-8000-00000000070${number}`,
    coupon: {
      id: '019ab000-0000-7000-8000-000000000601',
      title: '面条满 15 减 3',
      value: { kind: 'amount_off', amountFen: 300, thresholdFen: 1500 },
    },
    rider: '陈**',
    heldAt: new Date(start + afterMs).toISOString(),
    until: new Date(start + afterMs + 120_000).toISOString(),
  };
}

function openShop({ canListen }: { canListen: boolean }) {
  const phone = recordedPhone();
  phone.device.serverEvents.isAvailable = canListen;
  let waiting: Hold[] = [];
  phone.cloud.on(listHolds, listHoldsSchemas, () => ({ items: waiting }));
  let comers = 0;
  const live = new LiveHolds(phone.root, merchantId, () => (comers += 1));
  const polls = () => phone.device.http.log.filter((line) => line.endsWith('/holds')).length;
  return {
    ...phone,
    live,
    polls,
    comers: () => comers,
    events: phone.device.serverEvents,
    wait: (...holds: Hold[]) => (waiting = holds),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const shown = (live: LiveHolds) => live.waiting.map(({ grantId }) => grantId.slice(-1));

describe('where it can listen', () => {
  test('shows what it is told, as who it is, and asks nothing', async () => {
    const { live, events, polls, comers, clock } = openShop({ canListen: true });
    live.start();
    expect(events.requests[0]).toMatchObject({
      path: `/api/merchants/${merchantId}/holds/events`,
      headers: { authorization: `Bearer ${'t'.repeat(43)}` },
    });
    expect(live.holds).toBeNull();
    events.tell({ items: [] });
    events.tell({ items: [hold(1)] });
    expect(shown(live)).toEqual(['1']);
    clock.advance(60_000);
    await settled();
    expect(polls()).toBe(0);
    expect(comers()).toBe(1);
  });

  test('after five minutes it is asked again', () => {
    const { live, events, clock } = openShop({ canListen: true });
    live.start();
    events.tell({ items: [] });
    events.end(true);
    clock.advance(250);
    expect(events.listeners).toHaveLength(1);
    events.tell({ items: [hold(2)] });
    expect(shown(live)).toEqual(['2']);
  });

  test('a way that broke: asks every two seconds, and listens again, less and less often', async () => {
    const { live, events, clock, polls, wait } = openShop({ canListen: true });
    live.start();
    events.tell({ items: [] });
    wait(hold(1));
    events.end(false);
    await settled();
    expect(shown(live)).toEqual(['1']);
    clock.advance(1_000);
    expect(events.requests).toHaveLength(2);
    events.end(false);
    await settled();
    clock.advance(1_000);
    expect(events.requests).toHaveLength(2);
    clock.advance(1_000);
    expect(events.requests).toHaveLength(3);
    await settled();
    const asked = polls();
    expect(asked).toBeGreaterThan(1);
    events.tell({ items: [hold(1), hold(2)] });
    clock.advance(10_000);
    await settled();
    expect(polls()).toBe(asked);
    expect(shown(live)).toEqual(['1', '2']);
  });
});

describe('where it cannot', () => {
  test('asks every two seconds until the page is left', async () => {
    const { live, clock, polls, wait, events } = openShop({ canListen: false });
    live.start();
    await settled();
    expect(shown(live)).toEqual([]);
    wait(hold(1));
    clock.advance(2_000);
    await settled();
    expect(shown(live)).toEqual(['1']);
    expect(events.requests).toHaveLength(0);
    live.stop();
    const asked = polls();
    clock.advance(60_000);
    await settled();
    expect(polls()).toBe(asked);
  });

  test('says why it is not heard, and goes on', async () => {
    const { live, clock, cloud } = openShop({ canListen: false });
    cloud.refuseNext(listHolds, problems.unavailable);
    live.start();
    await settled();
    expect(live.failure).toMatchObject({ code: 'unavailable' });
    expect(live.holds).toBeNull();
    clock.advance(2_000);
    await settled();
    expect(live.failure).toBeNull();
    expect(live.holds).toEqual([]);
  });
});

test('counts down by this phone’s clock, right or wrong, and lets go what is over', () => {
  const { live, events, clock } = openShop({ canListen: true });
  live.start();
  events.tell({ items: [hold(1, -100_000)] });
  expect(live.waiting.map((one) => live.secondsLeft(one))).toEqual([20]);
  // By the cloud it has just begun, though this clock is an hour ahead of it.
  events.tell({ items: [hold(1, -100_000), hold(2, -3_600_000)] });
  expect(live.waiting.map((one) => live.secondsLeft(one))).toEqual([20, 120]);
  for (let second = 0; second < 20; second += 1) clock.advance(1_000);
  expect(shown(live)).toEqual(['2']);
});

test('what was done here is gone at once', () => {
  const { live, events } = openShop({ canListen: true });
  live.start();
  events.tell({ items: [hold(1), hold(2)] });
  live.drop(hold(1).grantId);
  expect(shown(live)).toEqual(['2']);
});
