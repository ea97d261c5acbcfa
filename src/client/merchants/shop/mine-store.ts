import { acceptInvitation, listMyMerchants, type MyMerchant } from '../../../contract/merchants';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** The shops somebody serves in or has applied for. */
export class MineStore {
  readonly shops: Remote<readonly MyMerchant[]>;
  readonly working: Working;

  constructor(private readonly root: RootStore) {
    this.shops = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
  }

  load(): Promise<void> {
    const { api, sessions } = this.root;
    return this.shops.load({
      key: sessions.me?.id ?? '',
      copy: () => 'my-shops',
      read: async () => (await api.call(listMyMerchants, {})).items,
    });
  }

  /** The shop one serves in from now on; null when it did not work. */
  async accept(code: string): Promise<MyMerchant | null> {
    const { api, sessions } = this.root;
    const joined: MyMerchant[] = [];
    await this.working.on(code, async (key) => {
      joined.push(await api.call(acceptInvitation, { code }, { key }));
      // Being a clerk is a role.
      void sessions.refresh();
      await this.load();
    });
    return joined[0] ?? null;
  }
}
