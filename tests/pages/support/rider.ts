import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ComponentType } from 'react';
import { joinCommunity } from '../../../src/contract/members';
import type { Position } from '../../../src/contract/positions';
import type { StationRow } from '../../../src/contract/stations';
import { RootStore } from '../../../src/client/root-store';
import { createTestDevice, type PhoneStorage, type TestDevice } from '../../support/device';
import { httpTo } from '../../support/phone-http';
import { outang } from '../../support/outang';
import { openPage, type OpenPage } from '../../support/page';
import { until } from './screen';

const cloudUrl = process.env['CLOUD_URL'] ?? '';

// jsdom has no layout, so no width to ask for: pages are on a phone.
window.matchMedia = (query) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;

// Answers come when they come, as in a browser; tests wait for what is seen.
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;

export interface Rider {
  readonly device: TestDevice;
  readonly root: RootStore;
  open(Page: ComponentType, params?: Record<string, string>): Promise<OpenPage>;
}

let page: OpenPage | null = null;

afterEach(() => {
  page?.close();
  page = null;
});

/** Everybody comes from an address of their own, as phones do: only so many messages are sent for one. */
const newAddress = () => ['10', ...randomBytes(3)].join('.');

interface PhoneParts {
  readonly storage?: PhoneStorage;
  /** What the phone's app calls itself. */
  readonly agent?: string;
}

/** Someone with a phone and a way to the real cloud. */
export function newRider({ storage, agent }: PhoneParts = {}): Rider {
  const named = agent && { 'user-agent': agent };
  const http = httpTo(cloudUrl, { 'x-forwarded-for': newAddress(), ...named });
  const device = createTestDevice({ http, ...(storage && { storage }) });
  const root = new RootStore(device);
  return {
    device,
    root,
    async open(Page, params) {
      page?.close();
      page = await openPage(Page, root, params);
      return page;
    },
  };
}

export async function signedInRider(account = 'rider', parts?: PhoneParts): Promise<Rider> {
  const rider = newRider(parts);
  await rider.root.sessions.signInAsDemo(account);
  return rider;
}

let persons = 0;

/** Somebody new, by a phone number of their own: nothing that other tests do is about them. */
export async function newPerson(): Promise<Rider> {
  const rider = newRider();
  const { sessions, settings } = rider.root;
  persons += 1;
  // Of this process and this moment.
  const phone = `+86139${String(process.pid % 1_000).padStart(3, '0')}${String((Date.now() + persons) % 100_000).padStart(5, '0')}`;
  settings.agreeToPrivacy();
  await sessions.sendPhoneCode(phone);
  const printed = await until(
    () => readFileSync(process.env['CLOUD_OUTPUT'] ?? '', 'utf8').split(`${phone} `)[1],
  );
  await sessions.signInWithPhone(phone, printed.slice(0, 6));
  return rider;
}

/** Somebody new who has joined the community. */
export async function newMember(): Promise<Rider> {
  const rider = await newPerson();
  await rider.root.api.call(joinCommunity, { communityId: outang.id });
  await rider.root.sessions.refresh();
  return rider;
}

export async function allStations(): Promise<StationRow[]> {
  const answer = await fetch(`${cloudUrl}/api/stations?limit=50`);
  return ((await answer.json()) as { items: StationRow[] }).items;
}

export async function stationNamed(part: string): Promise<StationRow> {
  const found = (await allStations()).find(({ name }) => name.includes(part));
  if (!found) throw new Error(`No station is named ${part}`);
  return found;
}

/** A place so many metres north of another. */
export function northOf({ lat, lng }: Position, metres: number): Position {
  return { lat: lat + metres / 111_195, lng, crs: 'GCJ-02', accuracyM: 10 };
}
