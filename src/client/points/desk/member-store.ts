import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnswerOf } from '../../../contract/http';
import { correctPoints, getMemberPoints, pointLimits, type PointEntry } from '../../../contract/points';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

type Page = AnswerOf<NonNullable<(typeof getMemberPoints)['schemas']>>;

/** What is known beside the entries. */
type Account = Pick<Page, 'balance' | 'can'>;

/** A correction as it is being written. */
interface CorrectionDraft {
  readonly direction: 'add' | 'take';
  readonly amount: string;
  readonly reason: string;
}

const emptyDraft: CorrectionDraft = { direction: 'add', amount: '', reason: '' };

/** One member's points on a desk. */
export class MemberPointsStore {
  readonly account: Remote<Account>;
  readonly entries: RemoteList<PointEntry>;
  draft = emptyDraft;
  isWorking = false;
  failure: Failure | null = null;
  /** The same for the same correction, sent again or not. */
  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly personId: string },
  ) {
    this.account = new Remote(root.parts);
    this.entries = new RemoteList(root.parts);
    makeAutoObservable<MemberPointsStore, 'root' | 'ids' | 'key'>(
      this,
      {
        root: false,
        ids: false,
        key: false,
        account: false,
        entries: false,
        draft: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Null where it is no number that fits. */
  get amount(): number | null {
    const { direction, amount } = this.draft;
    const number = /^\d{1,6}$/.test(amount.trim()) ? Number(amount.trim()) : 0;
    if (number < 1 || number > pointLimits.correction) return null;
    return direction === 'add' ? number : -number;
  }

  get canSend(): boolean {
    return this.amount !== null && this.draft.reason.trim() !== '';
  }

  async load(): Promise<void> {
    const { api } = this.root;
    // Each look is written down: one is enough.
    let first: Promise<Page> | null = null;
    const readFirst = () => (first ??= api.call(getMemberPoints, this.ids));
    await Promise.all([
      this.account.load({ key: 'account', copy: () => null, read: readFirst }),
      this.entries.load({
        key: 'entries',
        copy: () => null,
        readPage: (cursor) =>
          cursor === undefined ? readFirst() : api.call(getMemberPoints, { ...this.ids, cursor }),
      }),
    ]);
  }

  write(change: Partial<CorrectionDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.key = null;
  }

  /** True when the cloud has it; what was written stays otherwise. */
  async correct(): Promise<boolean> {
    const { amount, draft, ids } = this;
    if (this.isWorking || amount === null || !this.canSend) return false;
    this.isWorking = true;
    this.failure = null;
    this.key ??= newKey(this.root.parts.clock.now());
    try {
      const input = { ...ids, amount, reason: draft.reason.trim() };
      await this.root.api.call(correctPoints, input, { key: this.key });
      runInAction(() => this.write(emptyDraft));
      await this.load();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
