import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import {
  decideScreening,
  listScreenings,
  type Screening,
  type ScreeningDecision,
  type ScreeningView,
} from '../../../contract/screenings';
import { failureOf, type Failure } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** What waits for a person to look at it. Nothing of it is kept on the device. */
export class QueueStore {
  readonly pages: RemoteList<Screening>;
  view: ScreeningView = 'waiting';
  waiting = 0;
  failure: Failure | null = null;
  /** Rows whose decision is on its way. */
  readonly underWay = observable.set<string>();

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<QueueStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false, underWay: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, view } = this;
    return this.pages.load({
      key: view,
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listScreenings, {
          communityId,
          view,
          ...(cursor && { cursor }),
        });
        runInAction(() => (this.waiting = page.waiting));
        return page;
      },
    });
  }

  setView(view: ScreeningView): Promise<void> {
    this.view = view;
    this.failure = null;
    return this.load();
  }

  clearFailure(): void {
    this.failure = null;
  }

  /** Shown as passed at once; as it was when the cloud says no. */
  async pass(screening: Screening): Promise<boolean> {
    const shown = { ...screening, state: 'passed' as const, can: { decide: false } };
    return this.decide(screening, 'pass', { shown });
  }

  /** Stays as it is until the cloud has it, so that the reason can be sent again. */
  async reject(screening: Screening, reason: string): Promise<boolean> {
    return this.decide(screening, 'reject', { reason });
  }

  private async decide(
    screening: Screening,
    decision: ScreeningDecision,
    { reason, shown }: { reason?: string; shown?: Screening },
  ): Promise<boolean> {
    const { id: screeningId } = screening;
    if (this.underWay.has(screeningId)) return false;
    this.underWay.add(screeningId);
    this.failure = null;
    if (shown) await this.show(shown);
    try {
      const { communityId } = this;
      const input = { communityId, screeningId, decision, ...(reason && { reason }) };
      await this.show(await this.root.api.call(decideScreening, input));
      runInAction(() => (this.waiting = Math.max(0, this.waiting - 1)));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (shown) await this.show(screening);
      if (failure.kind === 'refused' && failure.status === 409) await this.load();
      return false;
    } finally {
      runInAction(() => this.underWay.delete(screeningId));
    }
  }

  private show(screening: Screening): Promise<void> {
    return this.pages.amend((row) => (row.id === screening.id ? screening : row));
  }
}
