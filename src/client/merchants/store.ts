import { makeAutoObservable } from 'mobx';
import { getMerchant, type Merchant } from '../../contract/merchants';
import type { Api } from '../api';
import { Remote, type RemoteParts } from '../remote';

interface Parts extends RemoteParts {
  readonly api: Api;
}

/** Shops as riders see them. */
export class MerchantsStore {
  private readonly byId = new Map<string, Remote<Merchant>>();

  constructor(private readonly parts: Parts) {
    makeAutoObservable<MerchantsStore, 'parts' | 'byId'>(
      this,
      { parts: false, byId: false, merchant: false },
      { autoBind: true },
    );
  }

  /** What is known of a shop, for rendering; loads nothing. */
  merchant(id: string): Remote<Merchant> {
    const remote = this.byId.get(id) ?? new Remote<Merchant>(this.parts);
    this.byId.set(id, remote);
    return remote;
  }

  open(id: string): Promise<void> {
    return this.merchant(id).load({
      key: 'merchant',
      copy: () => `merchants.${id}`,
      read: () => this.parts.api.call(getMerchant, { merchantId: id }),
    });
  }

  /** Another person may do other things: what they `can` is asked anew. */
  forgetPerson(): void {
    for (const merchant of this.byId.values()) merchant.reset();
  }
}
