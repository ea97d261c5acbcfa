import { makeAutoObservable, observableRef } from 'mobx';
import type { AnswerOf } from '../../../contract/http';
import { addHonour, getVolunteerService, removeHonour } from '../../../contract/service-desk';
import type { HonourKind } from '../../../contract/service-records';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { Working } from '../../working';

export type VolunteerFile = AnswerOf<NonNullable<(typeof getVolunteerService)['schemas']>>;

export interface HonourDraft {
  readonly kind: HonourKind;
  readonly title: string;
  readonly givenBy: string;
  readonly givenOn: string;
}

/** One volunteer as staff see them. */
export class VolunteerStore {
  readonly file: Remote<VolunteerFile>;
  readonly working: Working;
  draft: HonourDraft;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly personId: string },
  ) {
    this.file = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    this.draft = this.empty;
    makeAutoObservable<VolunteerStore, 'root' | 'ids'>(
      this,
      { root: false, ids: false, file: false, working: false, draft: observableRef },
      { autoBind: true },
    );
  }

  get canSend(): boolean {
    const { title, givenBy, givenOn } = this.draft;
    return title.trim() !== '' && givenBy.trim() !== '' && givenOn <= this.empty.givenOn;
  }

  write(change: Partial<HonourDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  load(): Promise<void> {
    const { personId: key } = this.ids;
    const read = () => this.root.api.call(getVolunteerService, this.ids);
    return this.file.load({ key, copy: () => null, read });
  }

  /** True when the cloud has it; what was written stays otherwise. */
  add(): Promise<boolean> {
    const { kind, title, givenBy, givenOn } = this.draft;
    return this.working.on(`add ${kind} ${title} ${givenBy} ${givenOn}`, async (key) => {
      const honour = { kind, title: title.trim(), givenBy: givenBy.trim(), givenOn };
      await this.root.api.call(addHonour, { ...this.ids, ...honour }, { key });
      this.write(this.empty);
      await this.load();
    });
  }

  remove(honourId: string): Promise<boolean> {
    return this.working.on(`remove ${honourId}`, async () => {
      await this.root.api.call(removeHonour, { ...this.ids, honourId });
      await this.load();
    });
  }

  private get empty(): HonourDraft {
    return { kind: 'training', title: '', givenBy: '', givenOn: today(this.root.parts.clock.now()) };
  }
}
