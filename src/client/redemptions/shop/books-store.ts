import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnswerOf } from '../../../contract/http';
import {
  exportRedemptions,
  getFigures,
  listRedemptions,
  reverseRedemption,
  type Redemption,
} from '../../../contract/redemptions';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export type Figures = AnswerOf<NonNullable<(typeof getFigures)['schemas']>>;

/** What a shop has redeemed. */
export class BooksStore {
  readonly figures: Remote<Figures>;
  readonly list: RemoteList<Redemption>;
  isWorking = false;
  failure: Failure | null = null;

  /** Of a reversal that got no answer. */
  private open: { key: string; what: string } | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
  ) {
    this.figures = new Remote(root.parts);
    this.list = new RemoteList(root.parts);
    makeAutoObservable<BooksStore, 'root' | 'merchantId' | 'open'>(
      this,
      { root: false, merchantId: false, open: false, figures: false, list: false, failure: observableRef },
      { autoBind: true },
    );
  }

  get now(): number {
    return this.root.parts.clock.now();
  }

  async load(): Promise<void> {
    const { api } = this.root;
    const { merchantId } = this;
    await Promise.all([
      this.figures.load({
        key: 'figures',
        copy: () => `shop.${merchantId}.figures`,
        read: () => api.call(getFigures, { merchantId }),
      }),
      this.list.load({
        key: 'list',
        copy: () => `shop.${merchantId}.redemptions`,
        readPage: (cursor) => api.call(listRedemptions, { merchantId, ...(cursor && { cursor }) }),
      }),
    ]);
  }

  reverse({ id: redemptionId }: Redemption, reason: string): Promise<boolean> {
    const { merchantId } = this;
    const what = `${redemptionId} ${reason}`;
    const open = this.open?.what === what ? this.open : { key: newKey(this.now), what };
    this.open = open;
    return this.work(async () => {
      const input = { merchantId, redemptionId, reason };
      const reversed = await this.root.api.call(reverseRedemption, input, { key: open.key });
      this.open = null;
      await this.list.amend((row) => (row.id === redemptionId ? reversed : row));
    });
  }

  /** True when the person has it; null when this device cannot open it. */
  async export(from: string, to: string): Promise<boolean | null> {
    const { api, device } = this.root;
    const { merchantId } = this;
    const outcome: { isHandedOver?: boolean } = {};
    const isMade = await this.work(async () => {
      const file = await api.call(exportRedemptions, { merchantId, from, to });
      outcome.isHandedOver = await device.download.handOver(file);
    });
    if (!isMade) return false;
    return outcome.isHandedOver ? true : null;
  }

  forgetFailure(): void {
    this.failure = null;
  }

  private async work(act: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await act();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
