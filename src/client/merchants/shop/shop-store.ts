import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getMerchant, updateShop, type Merchant } from '../../../contract/merchants';
import type { OpeningHours } from '../../../contract/opening-hours';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { draftOf, errorsOf } from '../shop-draft';
import { Working } from '../../working';

interface Draft {
  readonly hours: OpeningHours;
  readonly phone: string;
}

/** What those who serve in a shop may change about it. */
export class ShopStore {
  readonly merchant: Remote<Merchant>;
  readonly working: Working;
  /** null while nothing was touched. */
  written: Draft | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
  ) {
    this.merchant = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<ShopStore, 'root' | 'merchantId'>(
      this,
      { root: false, merchantId: false, merchant: false, working: false, written: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { merchantId } = this;
    return this.merchant.load({
      key: 'merchant',
      copy: () => `shop.${merchantId}`,
      read: () => this.root.api.call(getMerchant, { merchantId }),
    });
  }

  draftFrom({ hours, phone }: Merchant): Draft {
    return this.written ?? { hours, phone: phone ?? '' };
  }

  write(merchant: Merchant, change: Partial<Draft>): void {
    this.written = { ...this.draftFrom(merchant), ...change };
  }

  /** What keeps it from being saved. */
  errorsIn(merchant: Merchant): { phone?: string; hours?: string } {
    const { hours, phone } = errorsOf({ ...draftOf(merchant), ...this.draftFrom(merchant) });
    return { ...(hours && { hours }), ...(phone && { phone }) };
  }

  async save(merchant: Merchant): Promise<boolean> {
    const { hours, phone } = this.draftFrom(merchant);
    const isSaved = await this.update({ hours, phone: phone.trim() || null });
    if (isSaved) runInAction(() => (this.written = null));
    return isSaved;
  }

  setTrust(trustsPrintedCode: boolean): Promise<boolean> {
    return this.update({ trustsPrintedCode });
  }

  private update(change: { hours?: OpeningHours; phone?: string | null; trustsPrintedCode?: boolean }) {
    const { merchantId } = this;
    return this.working.on(JSON.stringify(change), async () => {
      this.merchant.take(await this.root.api.call(updateShop, { merchantId, ...change }));
    });
  }
}
