import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  inviteClerk,
  listClerks,
  removeClerk,
  type Clerk,
  type Invitation,
} from '../../../contract/merchants';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** Who serves in a shop. */
export class ClerksStore {
  readonly clerks: Remote<readonly Clerk[]>;
  readonly working: Working;
  /** The last one made here: the cloud shows its code only once. */
  invitation: Invitation | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
  ) {
    this.clerks = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<ClerksStore, 'root' | 'merchantId'>(
      this,
      { root: false, merchantId: false, clerks: false, working: false, invitation: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { merchantId } = this;
    return this.clerks.load({
      key: 'clerks',
      copy: () => null,
      read: async () => (await this.root.api.call(listClerks, { merchantId })).items,
    });
  }

  invite(): Promise<boolean> {
    const { merchantId } = this;
    return this.working.on('invite', async (key) => {
      const invitation = await this.root.api.call(inviteClerk, { merchantId }, { key });
      runInAction(() => (this.invitation = invitation));
    });
  }

  /** Oneself, too. */
  remove(personId: string): Promise<boolean> {
    const { api, sessions } = this.root;
    const { merchantId } = this;
    return this.working.on(`remove ${personId}`, async () => {
      await api.call(removeClerk, { merchantId, personId });
      const left = (this.clerks.data ?? []).filter(({ person }) => person.personId !== personId);
      this.clerks.take(left);
      // Being a clerk is a role.
      if (personId === sessions.me?.id) void sessions.refresh();
    });
  }
}
