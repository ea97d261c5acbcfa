import { makeAutoObservable, observableRef } from 'mobx';
import { applyAsMerchant } from '../../../contract/merchants';
import type { Storage } from '../../platform/storage';
import type { RootStore } from '../../root-store';
import { emptyShop, errorsOf, factsOf, type ShopDraft, type ShopErrors } from '../shop-draft';
import { Working } from './working';

/** What an older version kept may lack a field. */
function readDraft(storage: Storage, key: string): ShopDraft {
  const kept = storage.get(key);
  const isDraft = typeof kept === 'object' && kept !== null && 'name' in kept && 'hours' in kept;
  return isDraft ? { ...emptyShop, ...(kept as Partial<ShopDraft>) } : emptyShop;
}

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
    this.draftKey = `shop-draft.${root.sessions.me?.id ?? ''}.${communityId}`;
    this.draft = readDraft(root.device.storage, this.draftKey);
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
