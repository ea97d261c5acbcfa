import { configure, when } from 'mobx';
import type { CheckIn } from '../../src/contract/check-ins';
import type { PlaceCodes } from '../../src/contract/codes';
import type { StationRow } from '../../src/contract/stations';
import type { Http } from '../../src/client/platform/http';
import { RootStore } from '../../src/client/root-store';
import { startTestCloud, type TestCloud } from './cloud';
import { createTestDevice, PhoneClock, type TestDevice, type TestDeviceParts } from './device';
import { httpTo } from './phone-http';

configure({ enforceActions: 'always' });
// MobX only warns of a change outside an action.
console.warn = (text: unknown) => {
  throw new Error(String(text));
};

export interface Phone {
  root: RootStore;
  device: TestDevice;
  clock: PhoneClock;
}

export interface OpenOptions extends Omit<TestDeviceParts, 'http'> {
  isOffline?: boolean;
  /** What lies between the phone and the cloud. */
  through?: (way: Http, baseUrl: string) => Http;
}

export interface ServedCloud {
  cloud: TestCloud;
  /** The app, opened on a phone whose clock agrees with the cloud's; with what an app closed before has kept. */
  openApp(options?: OpenOptions): Phone;
  /** The app with an account signed in. */
  signedIn(account?: string): Promise<Phone>;
  /** Time passes for a phone and for the cloud. */
  pass(phone: Phone, ms: number): void;
  /** What the cloud has of a person since a moment, the oldest first. */
  visitsSince(since: Date, account?: string): Promise<readonly CheckIn[]>;
  stations(): Promise<readonly StationRow[]>;
  /** The printed and the rotating code of a station. */
  codesOf(stationId: string): Promise<PlaceCodes>;
  close(): Promise<void>;
}

/** The real cloud behind real HTTP, and phones to reach it. */
export async function serveTestCloud(): Promise<ServedCloud> {
  const cloud = await startTestCloud();
  const url = await cloud.app.listen({ port: 0, host: '127.0.0.1' });
  const staff = await cloud.signIn('staff');
  const read = async <Answer>(path: string) =>
    (await cloud.app.inject({ url: path, headers: staff })).json<Answer>();
  const openApp: ServedCloud['openApp'] = ({
    isOffline = false,
    through = (way: Http) => way,
    ...kept
  } = {}) => {
    const clock = new PhoneClock(cloud.clock.now().toISOString());
    const device = createTestDevice({ http: through(httpTo(url), url), ...kept });
    device.http.isBlocked = isOffline;
    const root = new RootStore(device, clock);
    root.start();
    return { root, device, clock };
  };
  const signedIn = async (account = 'rider') => {
    const phone = openApp();
    if (await phone.root.sessions.signInAsDemo(account)) return phone;
    throw new Error(`${account} could not sign in`);
  };
  return {
    cloud,
    openApp,
    signedIn,
    pass(phone, ms) {
      cloud.clock.advance({ seconds: ms / 1000 });
      phone.clock.advance(ms);
    },
    async visitsSince(since, account) {
      const { checkIns } = (await signedIn(account)).root;
      await checkIns.loadMine();
      const visits = checkIns.mine.data ?? [];
      return visits.filter(({ occurredAt }) => Date.parse(occurredAt) >= since.getTime()).reverse();
    },
    stations: async () => (await read<{ items: StationRow[] }>('/api/stations?limit=50')).items,
    codesOf: (stationId) => read<PlaceCodes>(`/api/stations/${stationId}/codes`),
    close: () => cloud.close(),
  };
}

/** The check-ins that left a phone. */
export const checkInsSent = ({ device }: Phone) =>
  device.http.requests
    .filter(({ path }) => path === '/api/check-ins')
    .map(({ headers, body }) => ({
      key: headers['idempotency-key'],
      code: (body as { code?: string }).code,
    }));

/** Waits until something holds in the stores. */
export const until = (holds: () => boolean): Promise<void> => when(holds, { timeout: 5_000 });
