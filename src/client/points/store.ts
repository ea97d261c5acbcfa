import { makeAutoObservable } from 'mobx';
import { getMyPoints, listPointRules, type PointEntry, type PointRule } from '../../contract/points';
import type { Api } from '../api';
import type { CommunitiesStore } from '../communities/store';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { SessionsStore } from '../sessions/store';

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly sessions: SessionsStore;
  readonly communities: CommunitiesStore;
}

/** What one has in the current community, what it came of, and how there comes to be more. */
export class PointsStore {
  readonly balance: Remote<number>;
  readonly entries: RemoteList<PointEntry>;
  readonly rules: Remote<readonly PointRule[]>;

  constructor(private readonly parts: Parts) {
    this.balance = new Remote(parts);
    this.entries = new RemoteList(parts);
    this.rules = new Remote(parts);
    makeAutoObservable<PointsStore, 'parts'>(
      this,
      { parts: false, balance: false, entries: false, rules: false },
      { autoBind: true },
    );
  }

  /** Where rules give something. */
  get earning(): readonly PointRule[] {
    return this.rules.data?.filter(({ points }) => points > 0) ?? [];
  }

  async load(): Promise<void> {
    const rules = this.loadRules();
    await this.loadMine();
    await rules;
  }

  async loadMine(): Promise<void> {
    if (this.parts.sessions.isSignedIn) await this.ask();
  }

  /** Some may have been spent or given back: what is on view is asked for anew. */
  async freshen(): Promise<void> {
    if (this.balance.status !== 'idle') await this.loadMine();
  }

  changePerson(): void {
    this.balance.reset();
    this.entries.reset();
  }

  private loadRules(): Promise<void> {
    const { api, communities } = this.parts;
    return this.rules.load({
      key: this.key,
      copy: () => this.copyOf('rules'),
      read: async () => {
        const { id: communityId } = await communities.ready();
        return (await api.call(listPointRules, { communityId })).items;
      },
    });
  }

  private get key(): string {
    return this.parts.communities.current?.id ?? 'current';
  }

  private copyOf(what: string): string | null {
    const { current } = this.parts.communities;
    return current && `points.${what}.${current.id}`;
  }

  private async read(cursor?: string) {
    const { id: communityId } = await this.parts.communities.ready();
    return this.parts.api.call(getMyPoints, { communityId, ...(cursor && { cursor }) });
  }

  /** The first page says how many there are, too: it is asked for once. */
  private async ask(): Promise<void> {
    let first: ReturnType<PointsStore['read']> | null = null;
    const readFirst = () => (first ??= this.read());
    const balance = this.balance.load({
      key: this.key,
      copy: () => this.copyOf('balance'),
      read: async () => (await readFirst()).balance,
    });
    const entries = this.entries.load({
      key: this.key,
      copy: () => this.copyOf('entries'),
      readPage: (cursor) => (cursor === undefined ? readFirst() : this.read(cursor)),
    });
    await Promise.all([balance, entries]);
  }
}
