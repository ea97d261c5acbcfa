import { makeAutoObservable } from 'mobx';
import { listMyConsultations, type Consultation } from '../../../contract/consultations';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export type Which = 'ahead' | 'over';

/** Appointments of its person, to come or over. */
export class MyConsultationsStore {
  readonly pages: RemoteList<Consultation>;
  which: Which = 'ahead';

  constructor(private readonly root: RootStore) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<MyConsultationsStore, 'root'>(this, { root: false, pages: false }, { autoBind: true });
  }

  async load(): Promise<void> {
    const { which } = this;
    const { api, sessions } = this.root;
    if (!sessions.isSignedIn) return;
    await this.pages.load({
      key: which,
      copy: () => `consultations.mine.${which}`,
      readPage: (cursor) =>
        api.call(listMyConsultations, { isOpen: which === 'ahead', ...(cursor && { cursor }) }),
    });
  }

  show(which: Which): Promise<void> {
    this.which = which;
    return this.load();
  }
}
