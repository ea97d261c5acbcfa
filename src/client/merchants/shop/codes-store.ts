import { getMerchantCodes, replaceMerchantCode } from '../../../contract/merchants';
import { LiveCodes } from '../../live-codes';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** The codes of a shop, printed and on its screen. */
export class ShopCodesStore {
  readonly live: LiveCodes;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
  ) {
    this.live = new LiveCodes(root.parts, () => root.api.call(getMerchantCodes, { merchantId }));
    this.working = new Working(root.parts.clock.now);
  }

  /** The printed one is good no more from then on. */
  replace(): Promise<boolean> {
    const { merchantId } = this;
    return this.working.on('replace', async (key) => {
      this.live.codes.take(await this.root.api.call(replaceMerchantCode, { merchantId }, { key }));
    });
  }
}
