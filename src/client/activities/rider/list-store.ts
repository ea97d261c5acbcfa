import { makeAutoObservable, observableRef } from 'mobx';
import {
  listActivities,
  type ActivityGroup,
  type ActivityKind,
  type ActivityRow,
  type ActivityTime,
} from '../../../contract/activities';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { spanOf } from '../days';

interface Wishes {
  readonly group: ActivityGroup | 'all';
  readonly kind: ActivityKind | null;
  /** A wish for days, or one day. */
  readonly day: string;
  /** Only those one can sign up for now. */
  readonly isOpen: boolean;
}

export const noWishes: Wishes = { group: 'all', kind: null, day: 'any', isOpen: false };

/** What is on in the community, or was: all of it, or what is looked for. */
export class ActivityListStore {
  readonly pages: RemoteList<ActivityRow>;
  wishes: Wishes;
  when: ActivityTime = 'upcoming';

  constructor(
    private readonly root: RootStore,
    group: ActivityGroup | 'all',
  ) {
    this.wishes = { ...noWishes, group };
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<ActivityListStore, 'root'>(
      this,
      { root: false, pages: false, wishes: observableRef },
      { autoBind: true },
    );
  }

  get isNarrowed(): boolean {
    return JSON.stringify(this.wishes) !== JSON.stringify(noWishes);
  }

  load(): Promise<void> {
    const { when } = this;
    const { api, communities, parts } = this.root;
    const { group, kind, day, isOpen } = this.wishes;
    const isByGroup = kind === null && day === 'any' && !isOpen;
    return this.pages.load({
      key: JSON.stringify([this.wishes, when]),
      copy: () =>
        communities.current && isByGroup ? `activities.${communities.current.id}.${group}.${when}` : null,
      readPage: async (cursor) =>
        api.call(listActivities, {
          communityId: (await communities.ready()).id,
          when,
          ...(kind === null && group !== 'all' && { group }),
          ...(kind !== null && { kind }),
          ...spanOf(day, today(parts.clock.now())),
          ...(isOpen && { isOpen }),
          ...(cursor && { cursor }),
        }),
    });
  }

  wish(change: Partial<Wishes>): Promise<void> {
    this.wishes = { ...this.wishes, ...change };
    return this.load();
  }

  /** What is over can not be signed up for. */
  show(when: ActivityTime): Promise<void> {
    this.when = when;
    return this.wish({ isOpen: false });
  }
}
