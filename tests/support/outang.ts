import { randomUUID } from 'node:crypto';
import type { TestCloud } from './cloud';

const id = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What tests know of the demonstration community. */
export const outang = {
  id: id(1),
  centre: { id: id(101), code: '7h2k9m4p3w', at: { lat: 31.88526, lng: 117.25093 } },
  garden: { id: id(102), code: 'b5q8x2n7ca' },
  suspended: { id: id(105), code: 'c6n9t3y5eb', at: { lat: 31.8879, lng: 117.2597 } },
  nightCorner: { id: id(108), code: 't2x5c8k4hn' },
  brokenMicrowave: { id: id(109), code: 'z7g4q9b3wd' },
  roundTheClock: [id(110), id(113), id(114)],
  noodles: { id: id(501), code: 'm3n7r2k9tq', at: { lat: 31.8868, lng: 117.2514 } },
  canteen: { id: id(503), code: 'q5v9c3h7ya' },
};

export type Headers = Record<string, string>;

/** A position so many metres north of a place. */
export function positionNear(place: { lat: number; lng: number }, metres: number, accuracyM = 10) {
  return { lat: place.lat + metres / 111_195, lng: place.lng, crs: 'GCJ-02', accuracyM };
}

export function get({ app }: TestCloud, url: string, headers: Headers = {}) {
  return app.inject({ url, headers });
}

/** A create, with a key of its own unless one is given. */
export function post(
  { app }: TestCloud,
  url: string,
  headers: Headers,
  payload: object,
  key: string = randomUUID(),
) {
  return app.inject({ method: 'POST', url, headers: { ...headers, 'idempotency-key': key }, payload });
}

/** Checks in; the phone's clock is right unless given. */
export function checkIn(cloud: TestCloud, headers: Headers, payload: object, key?: string) {
  const phoneTime = cloud.clock.now().toISOString();
  return post(cloud, '/api/check-ins', headers, { phoneTime, ...payload }, key);
}

/** Changes what a concept keeps in memory, and waits until this instance has heard of it. */
export async function change(cloud: TestCloud, topic: string, script: string): Promise<void> {
  const heard = new Promise<void>((resolve) => cloud.changes.on(topic, () => resolve()));
  await cloud.database.script(script);
  await cloud.database.transaction((tx) => cloud.changes.announce(tx, topic, 'test'));
  await heard;
}

/** A community in another zone, with one station, made beside the first. */
export const newTown = {
  id: id(2),
  station: { id: id(301), code: '0000000001', at: { lat: 40.7, lng: -74 } },
  merchant: { id: id(551), code: '0000000002' },
  script: `
    insert into communities (id, slug, name, subdistrict, district, city, centre, centre_accuracy_m, crs, time_zone, created_at)
      select '${id(2)}', 'new-town', 'New Town', 'S', 'D', 'C', point(-74, 40.7), 10, crs, 'America/New_York', created_at
      from communities where slug = 'outang';
    insert into stations (community_id, id, name, tier, kind, status, address, position, accuracy_m, crs, guide, hours, created_at)
      select '${id(2)}', '${id(301)}', 'Corner', 'point', 'rest_corner', 'operating', 'A', point(-74, 40.7), 10, crs, '',
        '{"weekly": [{"weekday": 1, "spans": [{"opens": "08:00", "closes": "20:00"}]}], "exceptions": []}', created_at
      from communities where slug = 'outang';
    insert into codes (community_id, id, target, station_id, created_at)
      select '${id(2)}', '0000000001', 'station', '${id(301)}', created_at from communities where slug = 'outang';
    insert into merchants (community_id, id, name, category, status, address, position, accuracy_m, crs, hours, created_at)
      select '${id(2)}', '${id(551)}', 'Diner', 'catering', 'active', 'A', point(-74, 40.7), 10, crs,
        '{"weekly": [], "exceptions": []}', created_at
      from communities where slug = 'outang';
    insert into codes (community_id, id, target, merchant_id, created_at)
      select '${id(2)}', '0000000002', 'merchant', '${id(551)}', created_at from communities where slug = 'outang'`,
};

/**
 * As if nobody had visited. Messages go first: whoever handles one is waited for. Recurring jobs run again although the
 * clock goes back.
 */
export const forgetVisits = `
  delete from outbox_messages; delete from idempotency_keys; delete from check_ins; delete from check_in_turns;
  delete from walk_in_tallies; delete from station_day_people; delete from station_days;
  delete from station_month_people; delete from station_months;
  update recurring_jobs set due_at = '2026-11-01'`;
