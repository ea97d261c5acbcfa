import { crs } from '../../contract/positions';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import type { Settings } from '../platform/settings';
import { newId } from '../platform/ids';
import { dayMs, instantOf, localDate } from '../platform/local-time';
import {
  readBlockMap,
  readDemo,
  type Demo,
  type DemoCoupon,
  type DemoMerchant,
  type DemoPerson,
  type DemoStation,
} from './data';
import { openingHoursOf } from './hours';
import * as queries from './queries';

interface DemoParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  settings: Pick<Settings, 'isDemo' | 'isProduction'>;
}

const pointsReason = '演示积分';

/** Parents before their children. */
const tierOrder = ['centre', 'station', 'point'];

async function loadStation(tx: Queries, demo: Demo, station: DemoStation, now: Date): Promise<void> {
  const { id: communityId } = demo.community;
  const { id, position } = station;
  const parent = demo.stations.find((other) => other.id === station.parentId);
  await tx.run(queries.insertStation, [
    communityId,
    id,
    station.parentId,
    parent?.tier ?? null,
    station.name,
    station.tier,
    station.kind,
    station.status,
    station.statusNote,
    station.address,
    position.lng,
    position.lat,
    position.accuracyM,
    crs,
    station.guide,
    station.phone,
    station.capacity,
    JSON.stringify(openingHoursOf(station.hours, demo.holidays)),
    new Date(station.verifiedAt),
    now,
  ]);
  for (const code of station.facilities) {
    await tx.run(queries.insertFacility, [communityId, id, code, !station.outOfOrder.includes(code)]);
  }
  await tx.run(queries.insertCode, [communityId, station.code, id, now]);
}

async function loadMerchant(tx: Queries, demo: Demo, merchant: DemoMerchant, now: Date): Promise<void> {
  const { id: communityId } = demo.community;
  const { id, code, name, category, status, address, position, phone, clerks } = merchant;
  await tx.run(queries.insertMerchant, [
    communityId,
    id,
    name,
    category,
    status,
    address,
    position.lng,
    position.lat,
    position.accuracyM,
    crs,
    JSON.stringify(openingHoursOf(merchant.hours, demo.holidays)),
    phone,
    merchant.trustsPrintedCode,
    merchant.agreementFrom,
    merchant.agreementTo,
    now,
  ]);
  await tx.run(queries.insertMerchantCode, [communityId, code, id, now]);
  for (const clerk of clerks) await tx.run(queries.insertClerk, [communityId, id, clerk, now]);
}

async function loadCoupon(tx: Queries, demo: Demo, coupon: DemoCoupon, now: Date): Promise<void> {
  const { id: communityId, timeZone } = demo.community;
  const { id, title, value, terms, startsOn, endsOn, weekdays, hours, total, perRider, merchants } = coupon;
  await tx.run(queries.insertCoupon, [
    communityId,
    id,
    title,
    JSON.stringify(value),
    terms,
    startsOn,
    endsOn,
    new Date(instantOf(timeZone, Date.parse(startsOn))),
    new Date(instantOf(timeZone, Date.parse(endsOn) + dayMs)),
    weekdays,
    hours?.from ?? null,
    hours?.to ?? null,
    perRider,
    coupon.period,
    coupon.audience,
    coupon.use,
    now,
    total,
    merchants,
    coupon.pricePoints,
  ]);
}

async function loadPerson(
  tx: Queries,
  community: Demo['community'],
  person: DemoPerson,
  since: Date,
): Promise<void> {
  const { id: communityId, timeZone } = community;
  const { id, nickname, account, roles, company, status, departments, grid, points } = person;
  const values = [id, nickname, since, account, communityId, roles, newId(), company, status];
  await tx.run(queries.insertPerson, values);
  for (const department of departments) await tx.run(queries.insertOfficer, [communityId, department, id]);
  if (points !== undefined) {
    const day = localDate(timeZone, since);
    await tx.run(queries.insertPoints, [communityId, id, newId(), points, pointsReason, since, day]);
  }
  if (!grid) return;
  const { state, number, areas, note } = grid;
  await tx.run(queries.insertGridMembership, [communityId, grid.id, id, state, number, areas, note, since]);
}

async function loadCategories(tx: Queries, { community, requestCategories }: Demo, now: Date): Promise<void> {
  for (const [ordinal, category] of requestCategories.entries()) {
    const { id, name, hint, icon, departmentId, isConfidential = false, answerDays, readers } = category;
    const values = [community.id, id, name, hint, icon, departmentId, isConfidential, answerDays, ordinal];
    await tx.run(queries.insertRequestCategory, values);
    for (const reader of readers) await tx.run(queries.insertRequestReader, [community.id, id, reader, now]);
  }
}

/** When the officers of the demonstration can be consulted: in person on two afternoons, by telephone on one evening. */
async function loadConsultationHours(tx: Queries, { community, people }: Demo, now: Date): Promise<void> {
  const officer = people.find(({ roles }) => roles.includes('department_officer'));
  const [departmentId] = officer?.departments ?? [];
  if (!officer || departmentId === undefined) return;
  const who = [departmentId, officer.id];
  const from = localDate(community.timeZone, now);
  const inPerson = [[2, 4], '14:00', '16:30', 30, 'in_person', '党群服务中心一楼 · 工会窗口', from];
  const byPhone = [[3], '19:00', '20:30', 30, 'phone', '到时工会给您打电话，请保持畅通', from];
  for (const said of [inPerson, byPhone])
    await tx.run(queries.insertConsultationHours, [community.id, newId(), ...who, ...said]);
}

/** @returns false when the community is there already. */
async function loadAll(tx: Queries, demo: Demo, now: Date): Promise<boolean> {
  const { community } = demo;
  const { id, slug, name, subdistrict, district, city, centre, timeZone } = community;
  const values = [id, slug, name, subdistrict, district, city, centre.lng, centre.lat, centre.accuracyM];
  if ((await tx.run(queries.insertCommunity, [...values, crs, timeZone, now])) === 0) return false;
  await tx.run(queries.insertBlockMap, [id, JSON.stringify(readBlockMap()), crs]);
  for (const department of demo.departments)
    await tx.run(queries.insertDepartment, [id, department.id, department.name]);
  for (const [index, reply] of demo.replyTemplates.entries()) {
    const at = new Date(now.getTime() + index);
    await tx.run(queries.insertReplyTemplate, [id, reply.id, reply.title, reply.text, at]);
  }
  for (const [index, person] of demo.people.entries()) {
    // A little apart, so that they are listed as the file has them.
    await loadPerson(tx, community, person, new Date(now.getTime() + index));
  }
  await loadCategories(tx, demo, now);
  await loadConsultationHours(tx, demo, now);
  await tx.run(queries.insertGridCounter, [id]);
  const inOrder = demo.stations.toSorted((a, b) => tierOrder.indexOf(a.tier) - tierOrder.indexOf(b.tier));
  for (const station of inOrder) await loadStation(tx, demo, station, now);
  for (const merchant of demo.merchants) await loadMerchant(tx, demo, merchant, now);
  for (const coupon of demo.coupons) await loadCoupon(tx, demo, coupon, now);
  return true;
}

/**
 * Loads the demonstration community once; later runs change nothing. Never in production: its accounts let anyone
 * sign in as staff.
 * @returns whether it was loaded now.
 */
export async function loadDemo({ database, changes, clock, settings }: DemoParts): Promise<boolean> {
  if (settings.isProduction || !settings.isDemo)
    throw new Error('The demonstration community is for demonstrations only');
  return database.transaction(async (tx) => {
    const isNew = await loadAll(tx, readDemo(), clock.now());
    for (const topic of isNew ? ['communities', 'stations', 'merchants', 'coupons'] : [])
      await changes.announce(tx, topic, 'demo');
    return isNew;
  });
}
