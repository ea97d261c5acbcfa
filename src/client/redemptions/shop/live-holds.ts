import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  listHolds,
  redemptionLimits,
  watchHolds,
  type Hold,
  type Holds,
} from '../../../contract/redemptions';
import { failureOf, type Failure } from '../../failure';
import type { RootStore } from '../../root-store';

const pollMs = redemptionLimits.pollSeconds * 1_000;
const tickMs = 1_000;
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;
/** The cloud has ended it to know the screen anew. */
const againMs = 250;

/** A coupon declined can be held again. */
const nameOf = ({ grantId, heldAt }: Hold) => `${grantId} ${heldAt}`;

/** A hold with its end by this phone's clock, whatever that clock says. */
export interface WaitingHold extends Hold {
  readonly endsAt: number;
}

/**
 * What waits in a shop, as it changes: told by the cloud where the platform can listen, else asked for every two seconds.
 * The page calls `start` when it is shown and `stop` when it is not.
 */
export class LiveHolds {
  /** null until the cloud has said so for the first time. */
  holds: readonly WaitingHold[] | null = null;
  /** Why the cloud has not been heard lately. */
  failure: Failure | null = null;
  now: number;

  private isShown = false;
  private stopListening: () => void = () => undefined;
  private cancelPoll: () => void = () => undefined;
  private cancelRetry: () => void = () => undefined;
  private cancelTick: () => void = () => undefined;
  private retryMs = firstRetryMs;
  /** Done here, while an older answer may still be on its way. */
  private readonly gone = new Set<string>();

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
    private readonly whenSomebodyComes: () => void = () => undefined,
  ) {
    this.now = root.parts.clock.now();
    makeAutoObservable<LiveHolds, 'root' | 'merchantId' | 'whenSomebodyComes' | Machinery>(
      this,
      {
        root: false,
        merchantId: false,
        whenSomebodyComes: false,
        holds: observableRef,
        isShown: false,
        stopListening: false,
        cancelPoll: false,
        cancelRetry: false,
        cancelTick: false,
        retryMs: false,
        gone: false,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** The oldest first; whose time is over is gone. */
  get waiting(): readonly WaitingHold[] {
    return (this.holds ?? []).filter(({ endsAt }) => endsAt > this.now);
  }

  secondsLeft({ endsAt }: WaitingHold): number {
    return Math.max(0, Math.ceil((endsAt - this.now) / 1_000));
  }

  start(): void {
    this.stop();
    this.isShown = true;
    this.retryMs = firstRetryMs;
    this.tick();
    if (this.root.device.serverEvents.isAvailable) this.listen();
    else void this.poll();
  }

  stop(): void {
    this.isShown = false;
    this.stopListening();
    this.cancelPoll();
    this.cancelRetry();
    this.cancelTick();
  }

  /** Confirmed or declined here: gone at once. */
  drop(grantId: string): void {
    const held = this.holds ?? [];
    for (const hold of held) if (hold.grantId === grantId) this.gone.add(nameOf(hold));
    this.holds = held.filter((hold) => hold.grantId !== grantId);
  }

  private listen(): void {
    const { api, device } = this.root;
    const { merchantId } = this;
    this.stopListening = device.serverEvents.listen(api.requestFor(watchHolds, { merchantId }), {
      onEvent: (data) => this.hear(data as Holds),
      onEnd: (isDone) => this.listenAgain(isDone),
    });
  }

  private hear(holds: Holds): void {
    this.retryMs = firstRetryMs;
    this.cancelPoll();
    this.show(holds);
  }

  /** The cloud ends it every five minutes; a way that broke is tried again, and asked another way meanwhile. */
  private listenAgain(isDone: boolean): void {
    if (!this.isShown) return;
    const waitMs = isDone ? againMs : this.retryMs;
    if (!isDone) {
      this.retryMs = Math.min(lastRetryMs, this.retryMs * 2);
      void this.poll();
    }
    this.cancelRetry();
    this.cancelRetry = this.root.parts.clock.after(waitMs, this.listen);
  }

  private async poll(): Promise<void> {
    const { api, parts } = this.root;
    const { merchantId } = this;
    this.cancelPoll();
    const turn = { isOver: false };
    this.cancelPoll = () => (turn.isOver = true);
    try {
      const holds = await api.call(listHolds, { merchantId });
      if (turn.isOver) return;
      this.show(holds);
    } catch (error) {
      if (turn.isOver) return;
      runInAction(() => (this.failure = failureOf(error)));
    }
    this.cancelPoll = parts.clock.after(pollMs, () => void this.poll());
  }

  private show({ items }: Holds): void {
    const before = this.holds;
    const known = new Map(before?.map((hold) => [nameOf(hold), hold]));
    const now = this.root.parts.clock.now();
    const fresh = items.filter((hold) => !this.gone.has(nameOf(hold)));
    const waiting = fresh.map((hold) => {
      const lifeMs = Date.parse(hold.until) - Date.parse(hold.heldAt);
      // One that comes while the page is open has only just begun; of others the phone's clock has to say.
      const leftMs = before ? lifeMs : Math.min(lifeMs, Math.max(tickMs, Date.parse(hold.until) - now));
      return known.get(nameOf(hold)) ?? { ...hold, endsAt: now + leftMs };
    });
    const hasNew = fresh.some((hold) => !known.has(nameOf(hold)));
    this.holds = waiting;
    this.now = now;
    this.failure = null;
    if (hasNew) this.whenSomebodyComes();
  }

  private tick(): void {
    const { clock } = this.root.parts;
    this.now = clock.now();
    this.cancelTick = clock.after(tickMs, this.tick);
  }
}

type Machinery =
  'isShown' | 'stopListening' | 'cancelPoll' | 'cancelRetry' | 'cancelTick' | 'retryMs' | 'gone';
