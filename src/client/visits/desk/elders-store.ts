import { makeAutoObservable, runInAction } from 'mobx';
import {
  createElder,
  getElder,
  listElders,
  removeElder,
  updateElder,
  type Elder,
  type ElderList,
} from '../../../contract/visits';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

type ElderDraft = Omit<Elder, 'id' | 'version'>;

const newElder: ElderDraft = {
  name: '',
  called: '',
  address: '',
  phone: null,
  showsPhone: false,
  needs: null,
  note: null,
  volunteerIds: [],
};

/** Whom an activity visits. Nothing of it is kept on the device. */
export class EldersStore {
  readonly list: Remote<ElderList>;
  readonly working: Working;
  /** The one being written. */
  draft: ElderDraft | null = null;
  private known: Elder | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly activityId: string },
  ) {
    this.list = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<EldersStore, 'root' | 'ids'>(
      this,
      { root: false, ids: false, list: false, working: false },
      { autoBind: true },
    );
  }

  get isNew(): boolean {
    return this.known === null;
  }

  get isComplete(): boolean {
    const { name = '', called = '', address = '' } = this.draft ?? {};
    return [name, called, address].every((text) => text.trim() !== '');
  }

  load(): Promise<void> {
    return this.list.load({
      key: this.ids.activityId,
      copy: () => null,
      read: () => this.root.api.call(listElders, this.ids),
    });
  }

  begin(): void {
    this.working.forget();
    this.known = null;
    this.draft = newElder;
  }

  async open(elderId: string): Promise<void> {
    await this.working.on(`open ${elderId}`, async () => {
      const elder = await this.root.api.call(getElder, { ...this.ids, elderId });
      runInAction(() => {
        this.known = elder;
        const { name, called, address, phone, showsPhone, needs, note, volunteerIds } = elder;
        this.draft = { name, called, address, phone, showsPhone, needs, note, volunteerIds };
      });
    });
  }

  write(change: Partial<ElderDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
  }

  close(): void {
    this.draft = null;
    this.known = null;
  }

  save(): Promise<boolean> {
    const { draft, known, ids } = this;
    if (!draft) return Promise.resolve(false);
    const orNull = (text: string | null) => text?.trim() || null;
    const texts = { phone: orNull(draft.phone), needs: orNull(draft.needs), note: orNull(draft.note) };
    const said = { ...draft, ...texts, volunteerIds: [...draft.volunteerIds] };
    return this.change(JSON.stringify(said), (key) =>
      known
        ? this.root.api.call(updateElder, { ...ids, elderId: known.id, version: known.version, ...said })
        : this.root.api.call(createElder, { ...ids, ...said }, { key }),
    );
  }

  remove(): Promise<boolean> {
    const { known, ids } = this;
    if (!known) return Promise.resolve(false);
    return this.change(`remove ${known.id}`, () =>
      this.root.api.call(removeElder, { ...ids, elderId: known.id }),
    );
  }

  private async change(what: string, ask: (key: string) => Promise<ElderList>): Promise<boolean> {
    const isDone = await this.working.on(what, async (key) => this.list.take(await ask(key)));
    if (isDone) this.close();
    return isDone;
  }
}
