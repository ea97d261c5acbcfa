import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  listManagedCoupons,
  setCouponState,
  type CouponState,
  type ManagedCoupon,
} from '../../../contract/coupons';
import { failureOf, type Failure } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** The coupons of a community on a desk, the newest first. */
export class CouponListStore {
  readonly pages: RemoteList<ManagedCoupon>;
  state: CouponState | 'any' = 'any';
  canCreate = false;
  isWorking = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<CouponListStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, state } = this;
    return this.pages.load({
      key: state,
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listManagedCoupons, {
          communityId,
          ...(state !== 'any' && { state }),
          ...(cursor && { cursor }),
        });
        runInAction(() => (this.canCreate = page.can.create));
        return page;
      },
    });
  }

  setFilter(state: CouponState | 'any'): Promise<void> {
    this.state = state;
    this.failure = null;
    return this.load();
  }

  clearFailure(): void {
    this.failure = null;
  }

  /** True when the cloud has it; the row stays where it is. */
  async setState({ id: couponId, version }: ManagedCoupon, state: CouponState): Promise<boolean> {
    if (this.isWorking) return false;
    const { communityId } = this;
    this.isWorking = true;
    this.failure = null;
    try {
      const changed = await this.root.api.call(setCouponState, { communityId, couponId, state, version });
      await this.pages.amend((row) => (row.id === couponId ? changed : row));
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
