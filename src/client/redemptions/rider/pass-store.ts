import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { listMyGrants, type Grant } from '../../../contract/coupons';
import { createPass } from '../../../contract/redemptions';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { keepPass, readPass, type KeptPass } from '../kept-pass';
import { passCode, type ShownCode } from './pass-code';

/** Made anew this long after the last, so that it seldom ends on a phone without a network. */
const freshMs = 24 * 3_600_000;
const tickMs = 1_000;

/** The code that a rider's phone makes by itself: the page calls `start` when it is shown and `stop` when it is not. */
export class PassStore {
  pass: KeptPass | null = null;
  /** Why there is no fresh one. */
  failure: Failure | null = null;
  isMaking = false;
  /** What can be used somewhere, as far as it is known. */
  readonly usable: Remote<readonly Grant[]>;

  /** Epoch, ms, by the cloud's clock; moves while the page is shown. */
  private now: number;
  private cancel: () => void = () => undefined;
  private letGo: () => void = () => undefined;
  /** Of a try that got no answer. */
  private key: string | null = null;

  constructor(private readonly root: RootStore) {
    this.usable = new Remote(root.parts);
    this.now = root.parts.clock.now();
    makeAutoObservable<PassStore, 'root' | 'cancel' | 'letGo' | 'key'>(
      this,
      {
        root: false,
        usable: false,
        cancel: false,
        letGo: false,
        key: false,
        pass: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  get isOver(): boolean {
    return this.pass !== null && this.pass.expiresAt <= this.now;
  }

  /** null while there is none to show. */
  get shown(): ShownCode | null {
    return this.pass && !this.isOver ? passCode(this.pass, this.now) : null;
  }

  /** Until the next code. */
  get secondsLeft(): number {
    return this.shown ? Math.ceil((this.shown.showUntil - this.now) / 1_000) : 0;
  }

  start(): void {
    const personId = this.root.sessions.me?.id;
    this.stop();
    this.pass = personId === undefined ? null : readPass(this.root.device.storage, personId);
    if (personId === undefined) return;
    this.letGo = this.root.device.screenLight.hold({ isBright: true });
    this.tick();
    void this.renew();
    void this.loadUsable(personId);
  }

  /** Where the network is back, or the page is. */
  async renew(): Promise<void> {
    const { clock } = this.root.parts;
    if (this.pass === null || clock.now() + this.pass.aheadMs - this.pass.madeAt > freshMs) await this.make();
  }

  stop(): void {
    this.cancel();
    this.letGo();
    this.letGo = () => undefined;
  }

  /** Asks for a new one; the one there is stays until it comes. */
  async make(): Promise<void> {
    const { api, device, parts, sessions } = this.root;
    const personId = sessions.me?.id;
    if (personId === undefined || this.isMaking) return;
    this.isMaking = true;
    this.failure = null;
    this.key ??= newKey(parts.clock.now());
    try {
      const { id, key, expiresAt, now } = await api.call(createPass, {}, { key: this.key });
      this.key = null;
      const madeAt = Date.parse(now);
      const aheadMs = madeAt - parts.clock.now();
      const pass = { id, key, expiresAt: Date.parse(expiresAt), madeAt, aheadMs };
      if (sessions.me?.id !== personId) return;
      keepPass(device.storage, personId, pass);
      runInAction(() => {
        this.pass = pass;
        this.now = madeAt;
      });
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
    } finally {
      runInAction(() => (this.isMaking = false));
    }
  }

  private loadUsable(personId: string): Promise<void> {
    return this.usable.load({
      key: personId,
      copy: () => 'pass.usable',
      read: async () => (await this.root.api.call(listMyGrants, { filter: 'usable' })).items,
    });
  }

  private tick(): void {
    const { clock } = this.root.parts;
    this.cancel();
    this.now = clock.now() + (this.pass?.aheadMs ?? 0);
    this.cancel = clock.after(tickMs, this.tick);
  }
}
