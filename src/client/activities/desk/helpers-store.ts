import { makeAutoObservable } from 'mobx';
import { listActivityHelpers } from '../../../contract/activity-desk';
import type { AnswerOf } from '../../../contract/http';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

type Answer = AnswerOf<NonNullable<(typeof listActivityHelpers)['schemas']>>;
export type Helper = Answer['items'][number];

/** Members to choose a leader, or somebody to sign up, from. Nothing of it is kept on the device. */
export class HelpersStore {
  readonly found: Remote<readonly Helper[]>;
  search = '';

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.found = new Remote(root.parts);
    makeAutoObservable<HelpersStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, found: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, search } = this;
    return this.found.load({
      key: search,
      copy: () => null,
      read: async () =>
        (await this.root.api.call(listActivityHelpers, { communityId, ...(search && { q: search }) })).items,
    });
  }

  find(search: string): Promise<void> {
    this.search = search.trim();
    return this.load();
  }
}
