import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getMerchant, type Merchant } from '../../../contract/merchants';
import {
  confirmHold,
  declineHold,
  passPattern,
  readPass,
  redeemByPass,
  redemptionProblems,
  reverseRedemption,
  type PassReading,
  type Redemption,
} from '../../../contract/redemptions';
import { CallFailed, failureOf, refusalOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { LiveHolds, type WaitingHold } from './live-holds';

/** A rider's pass that was just scanned, and which of their coupons is meant. */
export interface Scanned extends PassReading {
  readonly code: string;
  readonly chosen: PassReading['coupons'][number] | null;
}

const passInside = new RegExp(passPattern);

/** A shop's counter: who waits, whose pass is scanned, and what was just redeemed. */
export class CounterStore {
  readonly live: LiveHolds;
  readonly merchant: Remote<Merchant>;
  /** What is being confirmed, declined, read or taken back; null when nothing is. */
  workingOn: string | null = null;
  failure: Failure | null = null;
  scanned: Scanned | null = null;
  /** Of this visit to the page, the newest first. */
  done: readonly Redemption[] = [];

  /** The same tap, the same key, until it is answered. */
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
  ) {
    this.live = new LiveHolds(root, merchantId, () => root.device.chime.ring());
    this.merchant = new Remote(root.parts);
    makeAutoObservable<CounterStore, 'root' | 'merchantId' | 'keys'>(
      this,
      {
        root: false,
        merchantId: false,
        keys: false,
        live: false,
        merchant: false,
        failure: observableRef,
        scanned: observableRef,
        done: observableRef,
      },
      { autoBind: true },
    );
  }

  loadMerchant(): Promise<void> {
    const { merchantId } = this;
    return this.merchant.load({
      key: 'merchant',
      copy: () => `shop.${merchantId}`,
      read: () => this.root.api.call(getMerchant, { merchantId }),
    });
  }

  confirm({ grantId }: WaitingHold): Promise<boolean> {
    const { merchantId } = this;
    return this.work(grantId, async (key) => {
      const redemption = await this.root.api.call(confirmHold, { merchantId, grantId }, { key });
      this.live.drop(grantId);
      this.add(redemption);
    });
  }

  decline({ grantId }: WaitingHold): Promise<boolean> {
    const { merchantId } = this;
    return this.work(`decline ${grantId}`, async () => {
      await this.root.api.call(declineHold, { merchantId, grantId });
      this.live.drop(grantId);
    });
  }

  /** What a scanner read or somebody typed. */
  read(text: string): Promise<boolean> {
    const { merchantId } = this;
    const code = text.trim();
    return this.work('pass', async () => {
      this.scanned = null;
      if (!passInside.test(code)) throw new CallFailed(refusalOf(redemptionProblems.pass_unknown));
      const reading = await this.root.api.call(readPass, { merchantId, code });
      const [only, ...others] = reading.coupons;
      const chosen = others.length === 0 ? (only ?? null) : null;
      runInAction(() => (this.scanned = { ...reading, code, chosen }));
    });
  }

  choose(chosen: Scanned['chosen']): void {
    this.failure = null;
    if (this.scanned) this.scanned = { ...this.scanned, chosen };
  }

  closePass(): void {
    this.scanned = null;
    this.failure = null;
  }

  /** The chosen coupon of the scanned pass. */
  redeem(): Promise<boolean> {
    const { merchantId, scanned } = this;
    const chosen = scanned?.chosen;
    if (!chosen) return Promise.resolve(false);
    const { id: couponId, grantId } = chosen;
    const input = { merchantId, code: scanned.code, couponId, ...(grantId && { grantId }) };
    return this.work(`${scanned.code} ${couponId} ${grantId ?? ''}`, async (key) => {
      const redemption = await this.root.api.call(redeemByPass, input, { key });
      this.add(redemption);
      runInAction(() => (this.scanned = null));
    });
  }

  reverse({ id: redemptionId }: Redemption, reason: string): Promise<boolean> {
    const { merchantId } = this;
    return this.work(`reverse ${redemptionId} ${reason}`, async (key) => {
      const input = { merchantId, redemptionId, reason };
      const reversed = await this.root.api.call(reverseRedemption, input, { key });
      runInAction(() => (this.done = this.done.map((one) => (one.id === redemptionId ? reversed : one))));
    });
  }

  forgetFailure(): void {
    this.failure = null;
  }

  private add(redemption: Redemption): void {
    this.done = [redemption, ...this.done.filter(({ id }) => id !== redemption.id)];
  }

  /** True when it is done. */
  private async work(what: string, act: (key: string) => Promise<void>): Promise<boolean> {
    if (this.workingOn !== null) return false;
    const key = this.keys.get(what) ?? newKey(this.root.parts.clock.now());
    this.keys.set(what, key);
    this.workingOn = what;
    this.failure = null;
    try {
      await act(key);
      this.keys.delete(what);
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.workingOn = null));
    }
  }
}
