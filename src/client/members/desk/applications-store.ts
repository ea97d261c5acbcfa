import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  decideGridApplication,
  listGridApplications,
  type GridApplication,
  type GridDecision,
  type GridState,
} from '../../../contract/members';
import { failureOf, type Failure } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** Who asked to be a mobile grid member of a community, and who is one. */
export class ApplicationsStore {
  readonly pages: RemoteList<GridApplication>;
  state: GridState | 'any' = 'applied';
  isWorking = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<ApplicationsStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false, failure: observableRef },
      { autoBind: true },
    );
  }

  /** The oldest waiting first. */
  load(): Promise<void> {
    const { communityId, state } = this;
    return this.pages.load({
      key: state,
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listGridApplications, {
          communityId,
          ...(state !== 'any' && { state }),
          ...(cursor && { cursor }),
        }),
    });
  }

  setState(state: GridState | 'any'): Promise<void> {
    this.state = state;
    this.failure = null;
    return this.load();
  }

  clearFailure(): void {
    this.failure = null;
  }

  /** True when the cloud has it; the row stays where it is. */
  async decide(application: GridApplication, decision: GridDecision, reason?: string): Promise<boolean> {
    if (this.isWorking) return false;
    const { communityId } = this;
    const { id: applicationId, version } = application;
    this.isWorking = true;
    this.failure = null;
    try {
      const input = { communityId, applicationId, decision, version, ...(reason && { reason }) };
      const decided = await this.root.api.call(decideGridApplication, input);
      await this.pages.amend((row) => (row.id === decided.id ? decided : row));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (failure.kind === 'refused' && failure.status === 409) await this.load();
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
