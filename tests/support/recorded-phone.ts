import { configure } from 'mobx';
import { listCommunities } from '../../src/contract/communities';
import { listCommunitiesSchemas } from '../../src/contract/communities.schema';
import { privacyNoticeVersion } from '../../src/contract/consents';
import { countUnreadNotices } from '../../src/contract/notices';
import { countUnreadNoticesSchemas } from '../../src/contract/notices.schema';
import { getMe, type Me } from '../../src/contract/people';
import { getMeSchemas } from '../../src/contract/people.schema';
import { RootStore } from '../../src/client/root-store';
import { createTestDevice, PhoneClock, PhonePhotos, PhoneStorage, type TestDevice } from './device';
import { outang } from './outang';
import { RecordedCloud } from './recorded-cloud';

configure({ enforceActions: 'always' });
// MobX only warns of a change outside an action.
console.warn = (text: unknown) => {
  throw new Error(String(text));
};

export const someone: Me = {
  id: '019ab000-0000-7000-8000-000000000201',
  nickname: '陈师傅',
  avatarUrl: null,
  company: null,
  phone: null,
  identities: [],
  currentCommunityId: outang.id,
  memberships: [],
  agreedNotice: privacyNoticeVersion,
  deletionDueAt: null,
};

export interface RecordedPhone {
  root: RootStore;
  device: TestDevice;
  cloud: RecordedCloud;
  clock: PhoneClock;
}

/** The app with somebody signed in, and a cloud whose answers are recorded. With what an app closed before has kept. */
export function recordedPhone({
  storage = new PhoneStorage(),
  photoFiles = new PhonePhotos(),
  me = someone,
} = {}): RecordedPhone {
  const cloud = new RecordedCloud();
  cloud.on(getMe, getMeSchemas, () => me);
  cloud.on(listCommunities, listCommunitiesSchemas, () => ({ items: [] }));
  cloud.on(countUnreadNotices, countUnreadNoticesSchemas, () => ({ unread: 0 }));
  storage.set('session', { token: 't'.repeat(43), expiresAt: '2027-01-01T00:00:00Z', me });
  const device = createTestDevice({ http: cloud, storage, photoFiles });
  const clock = new PhoneClock('2026-11-23T09:00:00+08:00');
  return { root: new RootStore(device, clock), device, cloud, clock };
}
