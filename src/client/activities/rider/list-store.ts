import { makeAutoObservable } from 'mobx';
import {
  listActivities,
  type ActivityGroup,
  type ActivityRow,
  type ActivityTime,
} from '../../../contract/activities';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** What is on in the community, or was: all of it, or one group. */
export class ActivityListStore {
  readonly pages: RemoteList<ActivityRow>;
  group: ActivityGroup | 'all';
  when: ActivityTime = 'upcoming';

  constructor(
    private readonly root: RootStore,
    group: ActivityGroup | 'all',
  ) {
    this.group = group;
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<ActivityListStore, 'root'>(this, { root: false, pages: false }, { autoBind: true });
  }

  load(): Promise<void> {
    const { group, when } = this;
    const { api, communities } = this.root;
    return this.pages.load({
      key: `${group} ${when}`,
      copy: () => (communities.current ? `activities.${communities.current.id}.${group}.${when}` : null),
      readPage: async (cursor) =>
        api.call(listActivities, {
          communityId: (await communities.ready()).id,
          when,
          ...(group !== 'all' && { group }),
          ...(cursor && { cursor }),
        }),
    });
  }

  show(change: { group?: ActivityGroup | 'all'; when?: ActivityTime }): Promise<void> {
    this.group = change.group ?? this.group;
    this.when = change.when ?? this.when;
    return this.load();
  }
}
