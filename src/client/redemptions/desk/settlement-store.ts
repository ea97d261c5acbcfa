import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { exportSettlement, getSettlement, type Settlement } from '../../../contract/redemptions';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { monthAfter, today } from '../../ui/dates';

type Row = Settlement['rows'][number];

export interface Sums {
  readonly redeemed: number;
  readonly reversed: number;
  readonly standing: number;
  /** Fen; null where nothing of it names an amount. */
  readonly amountFen: number | null;
}

export interface ShopSums extends Sums {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

function sumOf(rows: readonly Row[]): Sums {
  const sum = (pick: (row: Row) => number) => rows.reduce((all, row) => all + pick(row), 0);
  return {
    redeemed: sum((row) => row.redeemed),
    reversed: sum((row) => row.reversed),
    standing: sum((row) => row.standing),
    amountFen: rows.some((row) => row.amountFen !== null) ? sum((row) => row.amountFen ?? 0) : null,
  };
}

/** Shops in the order in which the cloud names them. */
export function byShop(rows: readonly Row[]): readonly ShopSums[] {
  const shops = new Map<string, Row[]>();
  for (const row of rows) shops.set(row.merchant.id, [...(shops.get(row.merchant.id) ?? []), row]);
  return [...shops].map(([id, own]) => ({ id, name: own[0]?.merchant.name ?? '', rows: own, ...sumOf(own) }));
}

/** What a community settles with its shops, month by month. */
export class SettlementStore {
  readonly settlement: Remote<Settlement>;
  month: string;
  isExporting = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.settlement = new Remote(root.parts);
    this.month = this.running;
    makeAutoObservable<SettlementStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, settlement: false, failure: observableRef },
      { autoBind: true },
    );
  }

  /** The month that is not over yet. */
  get running(): string {
    return today(this.root.parts.clock.now()).slice(0, 7);
  }

  get isRunning(): boolean {
    return this.month >= this.running;
  }

  get shops(): readonly ShopSums[] {
    return byShop(this.settlement.data?.rows ?? []);
  }

  get total(): Sums {
    return sumOf(this.settlement.data?.rows ?? []);
  }

  load(): Promise<void> {
    const { communityId, month } = this;
    return this.settlement.load({
      key: month,
      copy: () => null,
      read: () => this.root.api.call(getSettlement, { communityId, month }),
    });
  }

  go(months: number): Promise<void> {
    this.month = monthAfter(this.month, months);
    this.failure = null;
    return this.load();
  }

  /** Hands the month over as a spreadsheet: `unable` where the device cannot take it. */
  async export(): Promise<'done' | 'unable' | 'failed'> {
    if (this.isExporting) return 'failed';
    const { communityId, month } = this;
    this.isExporting = true;
    this.failure = null;
    try {
      const file = await this.root.api.call(exportSettlement, { communityId, month });
      return (await this.root.device.download.handOver(file)) ? 'done' : 'unable';
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return 'failed';
    } finally {
      runInAction(() => (this.isExporting = false));
    }
  }
}
