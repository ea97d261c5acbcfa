import { makeAutoObservable } from 'mobx';
import { listMySignUps, type ActivityTime, type SignUp } from '../../../contract/activities';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** What its person signed up for, to come or over. */
export class MySignUpsStore {
  readonly pages: RemoteList<SignUp>;
  when: ActivityTime = 'upcoming';

  constructor(private readonly root: RootStore) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<MySignUpsStore, 'root'>(this, { root: false, pages: false }, { autoBind: true });
  }

  async load(): Promise<void> {
    const { when } = this;
    const { api, sessions } = this.root;
    if (!sessions.isSignedIn) return;
    await this.pages.load({
      key: when,
      copy: () => `activities.mine.${when}`,
      readPage: (cursor) => api.call(listMySignUps, { when, ...(cursor && { cursor }) }),
    });
  }

  show(when: ActivityTime): Promise<void> {
    this.when = when;
    return this.load();
  }
}
