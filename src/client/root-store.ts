import { createContext, useContext } from 'react';
import { getWechatSignature } from '../contract/wechat';
import { Api } from './api';
import { AttendancesDoor } from './attendances/door';
import { Cache } from './cache';
import { CheckInsStore } from './check-ins/store';
import { systemClock, type Clock } from './clock';
import { CodesStore } from './codes/store';
import { CommunitiesStore } from './communities/store';
import { ConsentsStore } from './consents/store';
import { GrantsStore } from './coupons/grants-store';
import { CouponsStore } from './coupons/store';
import { forgetHalfWritten } from './draft-keys';
import { MerchantsStore } from './merchants/store';
import { NoticesStore } from './notices/store';
import type { Platform } from './platform/platform';
import { forgetPass } from './redemptions/kept-pass';
import { PointsStore } from './points/store';
import type { RemoteParts } from './remote';
import { ReportsDoor } from './reports/door';
import { RequestsDoor } from './requests/door';
import { SessionsStore, type PersonChange } from './sessions/store';
import { SettingsStore } from './settings/store';
import { StationsStore } from './stations/store';
import { WhereaboutsStore } from './whereabouts/store';

/** The rider's stores, one set per app and per test. A desk's store is made by its pages. */
export class RootStore {
  readonly api: Api;
  /** For the stores that desk pages make. */
  readonly parts: RemoteParts;
  readonly settings: SettingsStore;
  readonly sessions: SessionsStore;
  readonly communities: CommunitiesStore;
  readonly whereabouts: WhereaboutsStore;
  readonly stations: StationsStore;
  readonly checkIns: CheckInsStore;
  readonly notices: NoticesStore;
  readonly consents: ConsentsStore;
  readonly codes: CodesStore;
  readonly merchants: MerchantsStore;
  readonly coupons: CouponsStore;
  readonly grants: GrantsStore;
  readonly points: PointsStore;
  readonly reports: ReportsDoor;
  readonly requests: RequestsDoor;
  readonly attendances: AttendancesDoor;

  constructor(
    readonly device: Platform,
    clock: Clock = systemClock,
  ) {
    this.api = new Api(device.http, {
      token: () => this.sessions.token,
      expire: (token) => this.sessions.expire(token),
    });
    const cache = new Cache(device.storage, clock, () => this.sessions.me?.id ?? null);
    this.parts = { cache, clock };
    const parts = { api: this.api, cache, clock, device };
    this.settings = new SettingsStore(device);
    this.sessions = new SessionsStore({ ...parts, whenPersonChanges: (change) => this.changePerson(change) });
    this.communities = new CommunitiesStore({
      ...parts,
      chosenId: () => this.sessions.me?.currentCommunityId ?? null,
    });
    this.whereabouts = new WhereaboutsStore({
      device,
      settings: this.settings,
      whenMoved: () => {
        this.stations.followPerson();
        this.coupons.followPerson();
      },
    });
    const { whereabouts, communities, sessions, settings } = this;
    this.stations = new StationsStore({ ...parts, communities, whereabouts });
    this.checkIns = new CheckInsStore({ ...parts, sessions, settings, whereabouts });
    this.notices = new NoticesStore({ ...parts, sessions: this.sessions });
    this.points = new PointsStore({ ...parts, sessions, communities });
    this.reports = new ReportsDoor({ ...parts, sessions, communities });
    this.requests = new RequestsDoor({ ...parts, sessions, communities });
    this.attendances = new AttendancesDoor({ ...parts, sessions });
    this.consents = new ConsentsStore({ ...parts, sessions: this.sessions, settings: this.settings });
    this.codes = new CodesStore(parts);
    this.merchants = new MerchantsStore(parts);
    this.coupons = new CouponsStore({ ...parts, communities, whereabouts });
    this.grants = new GrantsStore({
      ...parts,
      sessions,
      whereabouts,
      whenUsed: (couponId) => {
        void this.coupons.freshen(couponId);
        void this.points.freshen();
      },
    });
  }

  /** Once, when the app starts. */
  start(): void {
    const { appLife, network, scanner } = this.device;
    scanner.signPagesBy((url) => this.api.call(getWechatSignature, { url }));
    appLife.onShow(() => {
      void this.sessions.freshen();
      void this.checkIns.sendQueue();
      void this.reports.wake();
      void this.requests.wake();
      void this.attendances.wake();
      void this.notices.loadUnread();
    });
    network.onChange((isOnline) => {
      if (!isOnline) return;
      void this.checkIns.sendQueue();
      void this.reports.wake();
      void this.requests.wake();
      void this.attendances.wake();
    });
    void this.communities.load();
    void this.sessions.refresh();
    void this.checkIns.sendQueue();
    void this.reports.wake();
    void this.requests.wake();
    void this.attendances.wake();
    void this.notices.loadUnread();
  }

  private changePerson(change: PersonChange): void {
    if (change.from !== null && !change.isExpired) this.parts.cache.clearOf(change.from);
    if (change.from !== null && !change.isExpired) forgetHalfWritten(this.device.storage, change.from);
    if (change.from !== null) forgetPass(this.device.storage, change.from);
    this.stations.forgetPerson();
    this.checkIns.changePerson(change);
    this.notices.changePerson();
    this.points.changePerson();
    this.reports.changePerson(change);
    this.requests.changePerson(change);
    this.attendances.changePerson(change);
    this.consents.forgetPerson();
    this.merchants.forgetPerson();
    this.coupons.forgetPerson();
    this.grants.forgetPerson();
    // Copies are by person, and everything begins with the community: without one nothing opens offline.
    if (change.to !== null) void this.communities.load();
  }
}

const RootStoreContext = createContext<RootStore | null>(null);

export const RootStoreProvider = RootStoreContext.Provider;

export function useRootStore(): RootStore {
  const root = useContext(RootStoreContext);
  if (!root) throw new Error('useRootStore is used outside RootStoreProvider');
  return root;
}
