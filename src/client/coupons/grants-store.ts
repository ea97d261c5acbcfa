import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  cancelHold,
  claimCoupon,
  couponLimits,
  getGrant,
  grantFilters,
  holdCoupon,
  listMyGrants,
  redeemCoupon,
  type Grant,
  type GrantFilter,
} from '../../contract/coupons';
import { redemptionLimits } from '../../contract/redemptions';
import type { Api } from '../api';
import { failureOf, isWorthRetrying, type Failure } from '../failure';
import { newKey } from '../idempotency-key';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { SessionsStore } from '../sessions/store';
import type { WhereaboutsStore } from '../whereabouts/store';

/** How long a redemption is shown as just made: long enough for a counter, too short to be passed on. */
const liveMs = 5 * 60_000;
const heldPollMs = redemptionLimits.pollSeconds * 1000;
/** A shop may take it back while it is shown. */
const livePollMs = 10_000;
const listLimit = 50;

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly sessions: SessionsStore;
  readonly whereabouts: WhereaboutsStore;
  /** Something was done about a coupon. */
  readonly whenUsed: (couponId: string) => void;
}

/** A use in a shop: of one that is held, or of one taken at once, by a code of the shop's. */
interface CounterUse {
  readonly couponId: string;
  readonly grantId: string | null;
  readonly code: string;
}

/** A rider's own coupons: claimed, used in shops, and what became of them. Success is only what the cloud said. */
export class GrantsStore {
  /** The coupon something is being done about. */
  workingOn: string | null = null;
  /** What did not work, with the coupon it was about. */
  failed: { readonly couponId: string; readonly failure: Failure } | null = null;
  /** Chosen before the shop's code was scanned. */
  picked: { readonly couponId: string; readonly grantId: string } | null = null;

  /** How far the phone's clock is behind the cloud's, ms. */
  private behindMs = 0;
  /** Of taps without an answer: the same tap again is the same request. */
  private readonly keys = new Map<string, string>();
  private readonly heardOf = new Set<string>();
  private readonly lists: Readonly<Record<GrantFilter, RemoteList<Grant>>>;
  private readonly byId = new Map<string, Remote<Grant>>();

  constructor(private readonly parts: Parts) {
    this.lists = {
      usable: new RemoteList(parts),
      used: new RemoteList(parts),
      over: new RemoteList(parts),
    };
    makeAutoObservable<GrantsStore, 'parts' | 'keys' | 'heardOf' | 'lists' | 'byId'>(
      this,
      {
        failed: observableRef,
        picked: observableRef,
        parts: false,
        keys: false,
        heardOf: false,
        lists: false,
        byId: false,
        mine: false,
        grant: false,
      },
      { autoBind: true },
    );
  }

  mine(filter: GrantFilter): RemoteList<Grant> {
    return this.lists[filter];
  }

  async loadMine(filter: GrantFilter): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    await this.lists[filter].load({
      key: filter,
      copy: () => `grants.${filter}`,
      readPage: (cursor) => api.call(listMyGrants, { filter, limit: listLimit, ...(cursor && { cursor }) }),
    });
  }

  /** What is known of one of mine, for rendering; loads nothing. */
  grant(id: string): Remote<Grant> {
    const remote = this.byId.get(id) ?? new Remote<Grant>(this.parts);
    this.byId.set(id, remote);
    return remote;
  }

  /** As a list has it: what there is to show of it without a network. */
  listed(id: string): Grant | null {
    for (const filter of grantFilters) {
      const found = this.lists[filter].rows.data?.find((grant) => grant.id === id);
      if (found) return found;
    }
    return null;
  }

  async open(id: string): Promise<void> {
    // A list kept on the device may hold it.
    if (this.listed(id) === null) void this.loadMine('usable');
    await this.load(id, async () => this.heard(await this.parts.api.call(getGrant, { grantId: id })));
  }

  pick(grant: Grant): void {
    this.picked = { couponId: grant.coupon.id, grantId: grant.id };
  }

  dropPicked(): void {
    this.picked = null;
  }

  forgetFailure(): void {
    this.failed = null;
  }

  /** Null when `failed` says why not. */
  claim(couponId: string): Promise<Grant | null> {
    return this.tap(couponId, 'claim', (key) => this.parts.api.call(claimCoupon, { couponId }, { key }));
  }

  /** Asks the shop to confirm. Null when `failed` says why not. */
  hold({ couponId, grantId, code }: CounterUse): Promise<Grant | null> {
    return this.tap(couponId, `hold ${grantId} ${code}`, async (key) => {
      const position = await this.parts.whereabouts.besideCode();
      const input = { couponId, code, ...(grantId && { grantId }), ...(position && { position }) };
      return this.parts.api.call(holdCoupon, input, { key });
    });
  }

  /** By the code on the shop's screen, or by a printed one that the shop trusts. Null when `failed` says why not. */
  redeem({ couponId, grantId, code }: CounterUse): Promise<Grant | null> {
    return this.tap(couponId, `redeem ${grantId} ${code}`, (key) =>
      this.parts.api.call(redeemCoupon, { couponId, code, ...(grantId && { grantId }) }, { key }),
    );
  }

  cancelHold(grant: Grant): Promise<Grant | null> {
    return this.tap(grant.coupon.id, `cancel ${grant.id}`, () =>
      this.parts.api.call(cancelHold, { grantId: grant.id }),
    );
  }

  /** While its page is seen: asks until the shop has answered, then whether it stands. Returns how to stop. */
  watch(id: string): () => void {
    let isOver = false;
    let stop = (): void => undefined;
    const next = () => {
      const wait = this.waitFor(this.grant(id).data);
      stop = this.parts.clock.after(wait ?? heldPollMs, () => {
        if (wait === null) next();
        else void this.askAgain(id).then(() => !isOver && next());
      });
    };
    next();
    return () => {
      isOver = true;
      stop();
    };
  }

  /** Epoch, ms, by the cloud's clock. */
  cloudTime(): number {
    return this.parts.clock.now() + this.behindMs;
  }

  /** Of a hold; no phone's clock makes it longer than it is. */
  secondsLeft(until: string): number {
    const left = Math.ceil((Date.parse(until) - this.cloudTime()) / 1000);
    return Math.min(Math.max(left, 0), couponLimits.holdSeconds);
  }

  /** Redeemed a moment ago, by the cloud's word of this run: no copy kept on the device is. */
  isLive({ id, redemption, state }: Grant): boolean {
    return (
      this.heardOf.has(id) && state === 'redeemed' && redemption !== null && this.liveLeft(redemption.at) > 0
    );
  }

  /** Ms, of a redemption's being shown as just made. */
  liveLeft(at: string): number {
    return Date.parse(at) + liveMs - this.cloudTime();
  }

  forgetPerson(): void {
    for (const filter of grantFilters) this.lists[filter].reset();
    for (const grant of this.byId.values()) grant.reset();
    this.keys.clear();
    this.heardOf.clear();
    this.failed = null;
    this.picked = null;
  }

  /** Null where nothing is waited for. */
  private waitFor(grant: Grant | null): number | null {
    if (grant?.state === 'held') return heldPollMs;
    return grant && this.isLive(grant) ? livePollMs : null;
  }

  private async askAgain(id: string): Promise<void> {
    try {
      const grant = this.heard(await this.parts.api.call(getGrant, { grantId: id }));
      const before = this.grant(id).data?.state;
      this.grant(id).take(grant);
      if (before !== grant.state) this.parts.whenUsed(grant.coupon.id);
    } catch {
      // Asked again in a moment.
    }
  }

  private async tap(
    couponId: string,
    what: string,
    ask: (key: string) => Promise<Grant>,
  ): Promise<Grant | null> {
    if (this.workingOn !== null) return null;
    this.workingOn = couponId;
    this.failed = null;
    const intent = `${couponId} ${what}`;
    const key = this.keys.get(intent) ?? newKey(this.parts.clock.now());
    this.keys.set(intent, key);
    try {
      const grant = this.heard(await ask(key));
      this.keys.delete(intent);
      await this.load(grant.id, () => Promise.resolve(grant));
      this.grant(grant.id).take(grant);
      return grant;
    } catch (error) {
      const failure = failureOf(error);
      if (!isWorthRetrying(failure)) this.keys.delete(intent);
      runInAction(() => (this.failed = { couponId, failure }));
      return null;
    } finally {
      runInAction(() => (this.workingOn = null));
      this.parts.whenUsed(couponId);
    }
  }

  private load(id: string, read: () => Promise<Grant>): Promise<void> {
    return this.grant(id).load({ key: 'grant', copy: () => `grants.one.${id}`, read });
  }

  private heard(grant: Grant): Grant {
    this.heardOf.add(grant.id);
    this.behindMs = Date.parse(grant.asOf) - this.parts.clock.now();
    return grant;
  }
}
