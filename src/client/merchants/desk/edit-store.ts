import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  createMerchant,
  getManagedMerchant,
  updateMerchant,
  type ManagedMerchant,
} from '../../../contract/merchants';
import { failureOf, isRefusedWith, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { draftKey, readDraft } from '../kept-draft';
import { draftOf, emptyShop, errorsOf, factsOf, type ShopDraft, type ShopErrors } from '../shop-draft';
import { whatChanged, type Agreement, type Written } from './what-changed';

interface Ids {
  readonly communityId: string;
  /** None while it is new. */
  readonly merchantId: string | undefined;
}

/** What is kept on the device while it is written, with the version it was written on. */
interface Kept extends Written {
  readonly version: number;
  /** What the cloud had then. */
  readonly base: Written | null;
}

const noAgreement: Agreement = { agreementFrom: null, agreementTo: null };

const writtenOf = (merchant: ManagedMerchant): Written => {
  const { agreementFrom, agreementTo } = merchant;
  return { ...draftOf(merchant), agreementFrom, agreementTo };
};

/** A shop being written down; what was written outlives every failure. */
export class MerchantEditStore {
  readonly merchant: Remote<ManagedMerchant>;
  draft: ShopDraft = emptyShop;
  agreement: Agreement = noAgreement;
  isSaving = false;
  failure: Failure | null = null;
  /** Somebody tried to save it: what is wrong is shown from now on. */
  hasTried = false;
  /** What stands in the fields was written before, and never saved. */
  isResumed = false;
  /** What others made of it while this was written. */
  changedMeanwhile: readonly string[] = [];

  private readonly draftKey: string;
  private version = 0;
  private base: Written | null = null;
  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.merchant = new Remote(root.parts);
    const { communityId, merchantId = 'new' } = ids;
    this.draftKey = draftKey(root.sessions.me?.id ?? '', `desk.${communityId}.${merchantId}`);
    if (!ids.merchantId) this.resume();
    makeAutoObservable<MerchantEditStore, 'root' | 'ids' | 'key' | 'draftKey' | 'base'>(
      this,
      {
        root: false,
        ids: false,
        key: false,
        draftKey: false,
        base: false,
        changedMeanwhile: observableRef,
        merchant: false,
        draft: observableRef,
        agreement: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** What is there already stands in the fields. */
  get isReady(): boolean {
    return !this.ids.merchantId || this.version > 0;
  }

  get errors(): ShopErrors {
    return this.hasTried ? errorsOf(this.draft) : {};
  }

  get areDatesWrong(): boolean {
    const { agreementFrom, agreementTo } = this.agreement;
    return agreementFrom !== null && agreementTo !== null && agreementTo < agreementFrom;
  }

  get isWrong(): boolean {
    return this.hasTried && (factsOf(this.draft) === null || this.areDatesWrong);
  }

  get isConflict(): boolean {
    return isRefusedWith(this.failure, 'conflict');
  }

  /** Once: what is being written is not written over. */
  async load(): Promise<void> {
    const { communityId, merchantId } = this.ids;
    if (!merchantId || this.version > 0) return;
    await this.read(communityId, merchantId);
    const merchant = this.merchant.data;
    if (!merchant) return;
    runInAction(() => {
      if (!this.resume()) this.begin(merchant);
    });
  }

  /** Gives up what was written before. */
  discard(): void {
    this.root.device.storage.remove(this.draftKey);
    this.isResumed = false;
    this.hasTried = false;
    this.key = null;
    if (this.merchant.data) return this.begin(this.merchant.data);
    this.draft = emptyShop;
    this.agreement = noAgreement;
  }

  write(change: Partial<ShopDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.keep();
  }

  writeAgreement(change: Partial<Agreement>): void {
    this.agreement = { ...this.agreement, ...change };
    this.keep();
  }

  /** True when the cloud has it. After somebody else's change the next try goes over that, knowingly. */
  async save(): Promise<boolean> {
    this.hasTried = true;
    const facts = factsOf(this.draft);
    if (!facts || this.areDatesWrong || this.isSaving) return false;
    this.isSaving = true;
    this.failure = null;
    try {
      const saved = await this.send({ ...facts, ...this.agreement });
      this.root.device.storage.remove(this.draftKey);
      this.merchant.take(saved);
      runInAction(() => (this.version = saved.version));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (isRefusedWith(failure, 'conflict')) await this.learnVersion();
      return false;
    } finally {
      runInAction(() => (this.isSaving = false));
    }
  }

  private begin(merchant: ManagedMerchant): void {
    const { agreementFrom, agreementTo, version } = merchant;
    this.draft = draftOf(merchant);
    this.agreement = { agreementFrom, agreementTo };
    this.version = version;
    this.base = writtenOf(merchant);
  }

  private keep(): void {
    this.key = null;
    const { version, base } = this;
    const kept: Kept = { ...this.draft, ...this.agreement, version, base };
    this.root.device.storage.set(this.draftKey, kept);
  }

  /** On the version it was written on: what others saved since is a conflict like any other. */
  private resume(): boolean {
    const empty: Kept = { ...emptyShop, ...noAgreement, version: 0, base: null };
    const kept = readDraft(this.root.device.storage, this.draftKey, empty);
    if (!kept) return false;
    const { agreementFrom, agreementTo, version, base, ...draft } = kept;
    this.draft = draft;
    this.agreement = { agreementFrom, agreementTo };
    this.version = version;
    this.base = base;
    this.isResumed = true;
    return true;
  }

  private send(facts: NonNullable<ReturnType<typeof factsOf>> & Agreement): Promise<ManagedMerchant> {
    const { communityId, merchantId } = this.ids;
    const { api, parts } = this.root;
    if (merchantId)
      return api.call(updateMerchant, { communityId, merchantId, ...facts, version: this.version });
    this.key ??= newKey(parts.clock.now());
    return api.call(createMerchant, { communityId, ...facts }, { key: this.key });
  }

  private async learnVersion(): Promise<void> {
    const { communityId, merchantId } = this.ids;
    if (!merchantId) return;
    await this.read(communityId, merchantId);
    const current = this.merchant.data;
    if (!current) return;
    runInAction(() => {
      const now = writtenOf(current);
      this.changedMeanwhile = this.base ? whatChanged(this.base, now) : [];
      this.version = current.version;
      this.base = now;
    });
  }

  private read(communityId: string, merchantId: string): Promise<void> {
    return this.merchant.load({
      key: 'merchant',
      copy: () => null,
      read: () => this.root.api.call(getManagedMerchant, { communityId, merchantId }),
    });
  }
}
