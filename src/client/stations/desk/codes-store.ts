import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { tallyWalkIns } from '../../../contract/check-ins';
import { getStationCodes, getStationMiniProgramCode, type MiniProgramCode } from '../../../contract/stations';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { LiveCodes } from '../../live-codes';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** The codes of one station on a desk. */
export class CodesStore {
  readonly live: LiveCodes;
  readonly miniProgramCode: Remote<MiniProgramCode>;
  isTallying = false;
  failure: Failure | null = null;
  /** How many walk-ins the last tally counted; null before. */
  tallied: number | null = null;

  /** Of a tally that got no answer: the same number is sent again with it. */
  private open: { key: string; people: number } | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly stationId: string,
  ) {
    this.live = new LiveCodes(root.parts, () => root.api.call(getStationCodes, { stationId }));
    this.miniProgramCode = new Remote(root.parts);
    makeAutoObservable<CodesStore, 'root' | 'open'>(
      this,
      {
        live: false,
        miniProgramCode: false,
        root: false,
        failure: observableRef,
        open: false,
      },
      { autoBind: true },
    );
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
}
