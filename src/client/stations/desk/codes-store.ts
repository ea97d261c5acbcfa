import type { PlaceCodes } from '../../../contract/codes';
import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { tallyWalkIns } from '../../../contract/check-ins';
import { getStationCodes, getStationMiniProgramCode, type MiniProgramCode } from '../../../contract/stations';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** A new code is fetched this long before the one on the screen runs out. */
const aheadMs = 5_000;
const retryMs = 5_000;

/** The codes of one station on a desk: the page calls `start` when it is shown and `stop` when it is not. */
export class CodesStore {
  readonly codes: Remote<PlaceCodes>;
  readonly miniProgramCode: Remote<MiniProgramCode>;
  isTallying = false;
  failure: Failure | null = null;
  /** How many walk-ins the last tally counted; null before. */
  tallied: number | null = null;

  private isShown = false;
  private cancel: () => void = () => undefined;
  /** Of a tally that got no answer: the same number is sent again with it. */
  private open: { key: string; people: number } | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly stationId: string,
  ) {
    this.codes = new Remote(root.parts);
    this.miniProgramCode = new Remote(root.parts);
    makeAutoObservable<CodesStore, 'root' | 'open' | 'cancel' | 'isShown'>(
      this,
      {
        codes: false,
        miniProgramCode: false,
        root: false,
        failure: observableRef,
        open: false,
        cancel: false,
        isShown: false,
      },
      { autoBind: true },
    );
  }

  async start(): Promise<void> {
    this.isShown = true;
    this.cancel();
    await this.codes.load({
      key: 'codes',
      copy: () => null,
      read: () => this.root.api.call(getStationCodes, { stationId: this.stationId }),
    });
    this.goOn();
  }

  stop(): void {
    this.isShown = false;
    this.cancel();
  }

  /** Asked for when it is looked at; it never changes. */
  loadMiniProgramCode(): Promise<void> {
    return this.miniProgramCode.load({
      key: 'mini-program-code',
      copy: () => null,
      read: () => this.root.api.call(getStationMiniProgramCode, { stationId: this.stationId }),
    });
  }

  /** Counts people who came without the app. True when the cloud has them. */
  async tally(people: number): Promise<boolean> {
    if (this.isTallying) return false;
    const { api, parts, stations } = this.root;
    this.isTallying = true;
    this.failure = null;
    this.tallied = null;
    const tally = this.open?.people === people ? this.open : { key: newKey(parts.clock.now()), people };
    this.open = tally;
    try {
      await api.call(tallyWalkIns, { stationId: this.stationId, people }, { key: tally.key });
      runInAction(() => (this.tallied = people));
      this.open = null;
      void stations.loadVisits(this.stationId);
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isTallying = false));
    }
  }

  private goOn(): void {
    if (!this.isShown) return;
    this.cancel();
    this.cancel = this.root.parts.clock.after(this.nextMs(), () => void this.start());
  }

  private nextMs(): number {
    const { data, failure } = this.codes;
    if (failure || !data) return retryMs;
    const leftMs = Date.parse(data.rotating.expiresAt) - this.root.parts.clock.now();
    return Math.max(1_000, leftMs - aheadMs);
  }
}
