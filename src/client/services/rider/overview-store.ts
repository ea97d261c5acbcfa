import { makeAutoObservable } from 'mobx';
import { listActivities, type ActivityRow } from '../../../contract/activities';
import { listBulletins, type BulletinRow } from '../../../contract/bulletins';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

const shown = 3;

/** The beginning of what is on and of what was published. */
export class OverviewStore {
  readonly bulletins: Remote<readonly BulletinRow[]>;
  readonly activities: Remote<readonly ActivityRow[]>;

  constructor(private readonly root: RootStore) {
    this.bulletins = new Remote(root.parts);
    this.activities = new Remote(root.parts);
    makeAutoObservable<OverviewStore, 'root'>(
      this,
      { root: false, bulletins: false, activities: false },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    await Promise.all([this.loadBulletins(), this.loadActivities()]);
  }

  loadBulletins(): Promise<void> {
    const { api, communities } = this.root;
    return this.bulletins.load({
      key: this.key,
      copy: () => this.copyOf('bulletins'),
      read: async () => {
        const communityId = (await communities.ready()).id;
        const { pinned, items } = await api.call(listBulletins, { communityId, limit: shown });
        return [...pinned, ...items].slice(0, shown);
      },
    });
  }

  loadActivities(): Promise<void> {
    const { api, communities } = this.root;
    return this.activities.load({
      key: this.key,
      copy: () => this.copyOf('activities'),
      read: async () => {
        const communityId = (await communities.ready()).id;
        return (await api.call(listActivities, { communityId, limit: shown })).items;
      },
    });
  }

  /** Who asks is part of the question: what is for them, and how they stand with it. */
  private get key(): string {
    return `${this.root.communities.current?.id ?? ''} ${this.root.sessions.me?.id ?? ''}`;
  }

  private copyOf(what: string): string | null {
    const { current } = this.root.communities;
    return current && `services.${current.id}.${what}`;
  }
}
