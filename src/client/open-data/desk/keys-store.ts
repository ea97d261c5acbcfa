import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  createApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
  type NewApiKey,
} from '../../../contract/open-data';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** Keys by which machines of others send reports. */
export class KeysStore {
  readonly keys: Remote<readonly ApiKey[]>;
  readonly working: Working;
  name = '';
  /** The last one made here: the cloud tells it only once. */
  made: NewApiKey | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.keys = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<KeysStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, keys: false, working: false, made: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.keys.load({
      key: communityId,
      copy: () => null,
      read: async () => (await this.root.api.call(listApiKeys, { communityId })).items,
    });
  }

  write(name: string): void {
    this.name = name;
  }

  create(): Promise<boolean> {
    const { communityId } = this;
    const name = this.name.trim();
    return this.working.on(`create ${name}`, async (key) => {
      const made = await this.root.api.call(createApiKey, { communityId, name }, { key });
      this.keys.take([made, ...(this.keys.data ?? []).filter(({ id }) => id !== made.id)]);
      runInAction(() => {
        this.made = made;
        this.name = '';
      });
    });
  }

  revoke(apiKeyId: string): Promise<boolean> {
    const { communityId } = this;
    return this.working.on(`revoke ${apiKeyId}`, async () => {
      await this.root.api.call(revokeApiKey, { communityId, apiKeyId });
      if (this.made?.id === apiKeyId) runInAction(() => (this.made = null));
      await this.load();
    });
  }
}
