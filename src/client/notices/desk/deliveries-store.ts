import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  deliveryStates,
  listDeliveries,
  retryDelivery,
  type Delivery,
  type DeliveryState,
} from '../../../contract/notices';
import { failureOf, type Failure } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** States that nothing leaves by itself, the one that needs most thought first. */
export const stuckStates = ['unknown', 'refused', 'given_up'] as const satisfies readonly DeliveryState[];

/** What is on its way to WeChat, and what is stuck. */
export class DeliveriesStore {
  readonly pages: RemoteList<Delivery>;
  /** State → how many; empty until the cloud has said. */
  counts: Readonly<Partial<Record<string, number>>> = {};
  state: DeliveryState | 'any' = 'any';
  /** Of what is being sent again. */
  retrying: string | null = null;
  failure: Failure | null = null;

  private hasChosen = false;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<DeliveriesStore, 'root' | 'communityId' | 'hasChosen'>(
      this,
      {
        root: false,
        communityId: false,
        hasChosen: false,
        pages: false,
        counts: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  countOf(state: DeliveryState): number {
    return this.counts[state] ?? 0;
  }

  get total(): number {
    return deliveryStates.reduce((sum, state) => sum + this.countOf(state), 0);
  }

  get stuck(): number {
    return stuckStates.reduce((sum, state) => sum + this.countOf(state), 0);
  }

  /** What is stuck comes first: until the person chooses, its state is chosen for them. */
  async open(): Promise<void> {
    await this.load();
    const first = stuckStates.find((state) => this.countOf(state) > 0);
    if (!this.hasChosen && first && this.state !== first) {
      runInAction(() => (this.state = first));
      await this.load();
    }
  }

  setState(state: DeliveryState | 'any'): Promise<void> {
    this.hasChosen = true;
    this.state = state;
    this.failure = null;
    return this.load();
  }

  async retry({ id, state }: Delivery): Promise<boolean> {
    if (this.retrying !== null) return false;
    const { communityId } = this;
    this.retrying = id;
    this.failure = null;
    try {
      const sent = await this.root.api.call(retryDelivery, { communityId, deliveryId: id });
      await this.pages.amend((row) => (row.id === sent.id ? sent : row));
      runInAction(() => this.count(state, sent.state));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (failure.kind === 'refused' && failure.status === 409) await this.load();
      return false;
    } finally {
      runInAction(() => (this.retrying = null));
    }
  }

  private count(from: DeliveryState, to: DeliveryState): void {
    if (from === to) return;
    this.counts = { ...this.counts, [from]: this.countOf(from) - 1, [to]: this.countOf(to) + 1 };
  }

  private load(): Promise<void> {
    const { communityId, state } = this;
    return this.pages.load({
      key: state,
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listDeliveries, {
          communityId,
          ...(state !== 'any' && { state }),
          ...(cursor && { cursor }),
        });
        runInAction(() => (this.counts = page.counts));
        return page;
      },
    });
  }
}
