import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  decideMerchantApplication,
  getManagedMerchant,
  listClerks,
  setMerchantStatus,
  type Clerk,
  type ManagedMerchant,
  type MerchantStatus,
} from '../../../contract/merchants';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** One shop on a desk. */
export class MerchantStore {
  readonly merchant: Remote<ManagedMerchant>;
  readonly clerks: Remote<readonly Clerk[]>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly merchantId: string },
    private readonly whenChanged: (merchant: ManagedMerchant) => void = () => undefined,
  ) {
    this.merchant = new Remote(root.parts);
    this.clerks = new Remote(root.parts);
    makeAutoObservable<MerchantStore, 'root' | 'ids' | 'whenChanged'>(
      this,
      {
        root: false,
        ids: false,
        whenChanged: false,
        merchant: false,
        clerks: false,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    const { api } = this.root;
    const { merchantId } = this.ids;
    await Promise.all([
      this.merchant.load({
        key: 'merchant',
        copy: () => null,
        read: () => api.call(getManagedMerchant, this.ids),
      }),
      this.clerks.load({
        key: 'clerks',
        copy: () => null,
        read: async () => (await api.call(listClerks, { merchantId })).items,
      }),
    ]);
  }

  setStatus(status: MerchantStatus): Promise<boolean> {
    return this.change((version) => this.root.api.call(setMerchantStatus, { ...this.ids, status, version }));
  }

  /** `reason` with a decline. */
  decide(decision: 'approve' | 'decline', reason?: string): Promise<boolean> {
    const rest = reason ? { reason } : {};
    return this.change((version) =>
      this.root.api.call(decideMerchantApplication, { ...this.ids, decision, version, ...rest }),
    );
  }

  clearFailure(): void {
    this.failure = null;
  }

  /** Somebody else was quicker: what holds now is shown. */
  private async change(ask: (version: number) => Promise<ManagedMerchant>): Promise<boolean> {
    const version = this.merchant.data?.version;
    if (version === undefined || this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      const merchant = await ask(version);
      this.merchant.take(merchant);
      this.whenChanged(merchant);
      void this.load();
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
