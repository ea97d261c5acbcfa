import type { ComponentType } from 'react';
import type { Position } from '../../../src/contract/positions';
import type { StationRow } from '../../../src/contract/stations';
import { RootStore } from '../../../src/client/root-store';
import { createTestDevice, httpTo, type PhoneStorage, type TestDevice } from '../../support/device';
import { openPage, type OpenPage } from '../../support/page';

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

/** Someone with a phone and a way to the real cloud. */
export function newRider(storage?: PhoneStorage): Rider {
  const device = createTestDevice({ http: httpTo(cloudUrl), ...(storage && { storage }) });
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

export async function signedInRider(account = 'rider'): Promise<Rider> {
  const rider = newRider();
  await rider.root.sessions.signInAsDemo(account);
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
