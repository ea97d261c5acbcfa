import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { createCoupon, getManagedCoupon, updateCoupon, type ManagedCoupon } from '../../../contract/coupons';
import { listMerchants, type ManagedMerchant } from '../../../contract/merchants';
import { failureOf, isRefusedWith, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import {
  copyOf,
  draftOf,
  emptyDraft,
  factsOf,
  wrongWith,
  type CouponDraft,
  type Wrong,
} from './coupon-draft';
import { changedNames } from './changed-names';

interface Ids {
  readonly communityId: string;
  readonly couponId?: string | undefined;
  readonly copyOf?: string | undefined;
}

/** What the draft does not write: fixed once people hold the coupon. */
const fixedOnceOut = [
  ...(['title', 'kind', 'discount', 'amount', 'threshold', 'price', 'item'] as const),
  ...(['terms', 'period', 'use'] as const),
];

/** A coupon being written on a desk: a new one, one like another, or a change of one. */
export class CouponEditStore {
  /** What is changed or copied. */
  readonly source: Remote<ManagedCoupon>;
  readonly merchants: RemoteList<ManagedMerchant>;
  draft: CouponDraft;
  isSaving = false;
  failure: Failure | null = null;
  /** What somebody else changed meanwhile, by name; null when nobody did. */
  changedByOthers: readonly string[] | null = null;
  search = '';

  private hasTried = false;
  /** What the cloud found wrong, by field, until the field is touched. */
  private refused: Wrong = {};
  private hasDraft = false;
  /** Of a create that got no answer: the same is sent again with it. */
  private open: { key: string; body: string } | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
  ) {
    this.source = new Remote(root.parts);
    this.merchants = new RemoteList(root.parts);
    this.draft = emptyDraft(this.today);
    makeAutoObservable<CouponEditStore, 'root' | 'ids' | 'hasDraft' | 'open' | 'refused'>(
      this,
      {
        root: false,
        ids: false,
        hasDraft: false,
        open: false,
        source: false,
        merchants: false,
        draft: observableRef,
        failure: observableRef,
        changedByOthers: observableRef,
        refused: observableRef,
      },
      { autoBind: true },
    );
  }

  /** As the cloud has what is changed; null of a new one. */
  get coupon(): ManagedCoupon | null {
    return this.ids.couponId ? this.source.data : null;
  }

  /** People may hold it: it can only get better. */
  get isOut(): boolean {
    return this.coupon !== null && this.coupon.state !== 'draft';
  }

  get wrong(): Wrong {
    return { ...this.refused, ...(this.hasTried ? wrongWith(this.draft, this.coupon) : {}) };
  }

  get isWrong(): boolean {
    return Object.keys(this.wrong).length > 0;
  }

  isChosen(merchantId: string): boolean {
    return this.draft.merchants.some(({ id }) => id === merchantId);
  }

  /** Whoever holds the coupon may count on this shop. */
  isKept(merchantId: string): boolean {
    return this.isOut && (this.coupon?.merchants.some(({ id }) => id === merchantId) ?? false);
  }

  async load(): Promise<void> {
    await Promise.all([this.loadSource(), this.loadMerchants()]);
  }

  async loadSource(): Promise<void> {
    const { communityId, couponId, copyOf: copied } = this.ids;
    const id = couponId ?? copied;
    if (!id || this.hasDraft) return;
    await this.source.load({
      key: id,
      copy: () => null,
      read: () => this.root.api.call(getManagedCoupon, { communityId, couponId: id }),
    });
    runInAction(() => {
      if (this.source.data) this.begin(this.source.data);
    });
  }

  loadMerchants(): Promise<void> {
    const { communityId } = this.ids;
    const { search } = this;
    return this.merchants.load({
      key: search,
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listMerchants, {
          communityId,
          ...(search && { search }),
          ...(cursor && { cursor }),
        }),
    });
  }

  find(search: string): Promise<void> {
    this.search = search.trim();
    return this.loadMerchants();
  }

  write(change: Partial<CouponDraft>): void {
    this.draft = { ...this.draft, ...change };
    const touched = Object.keys(change).map((field) => cloudNames[field] ?? field);
    this.refused = Object.fromEntries(
      Object.entries(this.refused).filter(([field]) => !touched.includes(field)),
    );
  }

  toggleMerchant({ id, name }: Pick<ManagedMerchant, 'id' | 'name'>): void {
    const { merchants } = this.draft;
    if (this.isKept(id)) return;
    this.write({
      merchants: this.isChosen(id) ? merchants.filter((one) => one.id !== id) : [...merchants, { id, name }],
    });
  }

  /** Gives up what was written for what somebody else saved. */
  takeTheirs(): void {
    if (this.source.data) this.begin(this.source.data);
  }

  /** True when the cloud has it. What was written stays whatever happens. */
  async save(): Promise<boolean> {
    if (this.isSaving) return false;
    this.hasTried = true;
    this.refused = {};
    this.failure = null;
    const facts = factsOf(this.draft);
    if (this.isWrong || !facts) return false;
    this.isSaving = true;
    try {
      await this.send(facts);
      return true;
    } catch (error) {
      await this.fail(failureOf(error));
      return false;
    } finally {
      runInAction(() => (this.isSaving = false));
    }
  }

  private get today(): string {
    return today(this.root.parts.clock.now());
  }

  private begin(coupon: ManagedCoupon): void {
    this.draft = this.ids.couponId ? draftOf(coupon) : copyOf(coupon, this.today);
    this.hasDraft = true;
    this.hasTried = false;
    this.refused = {};
    this.failure = null;
    this.changedByOthers = null;
  }

  private async send(facts: NonNullable<ReturnType<typeof factsOf>>): Promise<void> {
    const { api, parts } = this.root;
    const { communityId } = this.ids;
    if (this.coupon) {
      const { id: couponId, version } = this.coupon;
      this.source.take(await api.call(updateCoupon, { communityId, couponId, version, ...facts }));
      return;
    }
    const body = JSON.stringify(facts);
    const create = this.open?.body === body ? this.open : { key: newKey(parts.clock.now()), body };
    this.open = create;
    await api.call(createCoupon, { communityId, ...facts }, { key: create.key });
    this.open = null;
  }

  private async fail(failure: Failure): Promise<void> {
    if (isRefusedWith(failure, 'conflict')) return this.meetOthers();
    runInAction(() => {
      this.failure = failure;
      if (failure.kind === 'refused') this.refused = failure.fields;
    });
  }

  /** Somebody was quicker: what was written stays, on top of what holds now, and what they changed is named. */
  private async meetOthers(): Promise<void> {
    const { communityId, couponId } = this.ids;
    const before = this.coupon;
    if (!before || !couponId) return;
    try {
      const now = await this.root.api.call(getManagedCoupon, { communityId, couponId });
      runInAction(() => {
        this.source.take(now);
        this.changedByOthers = changedNames(before, now);
        const theirs = draftOf(now);
        if (this.isOut)
          this.draft = {
            ...this.draft,
            ...Object.fromEntries(fixedOnceOut.map((field) => [field, theirs[field]])),
          };
      });
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
    }
  }
}

/** Where the cloud calls a field otherwise. */
const cloudNames: Readonly<Record<string, string>> = {
  merchants: 'merchantIds',
  isTimed: 'hours',
  from: 'hours',
  to: 'hours',
};
