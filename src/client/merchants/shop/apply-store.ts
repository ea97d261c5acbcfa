import { makeAutoObservable, observableRef } from 'mobx';
import { applyAsMerchant } from '../../../contract/merchants';
import type { RootStore } from '../../root-store';
import { draftKey, readDraft } from '../kept-draft';
import { emptyShop, errorsOf, factsOf, type ShopDraft, type ShopErrors } from '../shop-draft';
import { Working } from '../../working';

/** An application, kept on the device while it is written. */
export class ApplyStore {
  readonly working: Working;
  draft: ShopDraft;
  /** Nothing is called wrong before somebody tried to send it. */
  hasTried = false;

  private readonly draftKey: string;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.working = new Working(root.parts.clock.now);
    this.draftKey = draftKey(root.sessions.me?.id ?? '', communityId);
    this.draft = readDraft(root.device.storage, this.draftKey, emptyShop) ?? emptyShop;
    makeAutoObservable<ApplyStore, 'root' | 'communityId' | 'draftKey'>(
      this,
      { root: false, communityId: false, draftKey: false, working: false, draft: observableRef },
      { autoBind: true },
    );
  }

  get errors(): ShopErrors {
    return this.hasTried ? errorsOf(this.draft) : {};
  }

  write(change: Partial<ShopDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.root.device.storage.set(this.draftKey, this.draft);
  }

  apply(): Promise<boolean> {
    this.hasTried = true;
    const facts = factsOf(this.draft);
    if (!facts) return Promise.resolve(false);
    const input = { communityId: this.communityId, ...facts };
    return this.working.on(JSON.stringify(input), async (key) => {
      await this.root.api.call(applyAsMerchant, input, { key });
      this.root.device.storage.remove(this.draftKey);
    });
  }
}
