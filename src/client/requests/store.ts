import { makeAutoObservable } from 'mobx';
import {
  listMyRequests,
  listRequestCategories,
  type PersonRequest,
  type RequestCategory,
  type RequestRow,
} from '../../contract/requests';
import type { Api } from '../api';
import type { CommunitiesStore } from '../communities/store';
import { DraftsStore } from '../drafts-store';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { PersonChange, SessionsStore } from '../sessions/store';
import { requestDraftKind, type RequestContents } from './draft';

export interface RequestsParts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  readonly communities: CommunitiesStore;
  readonly whenCounted: (count: number) => void;
}

export type RequestFilter = 'all' | 'open' | 'over';

const listLimit = 20;
const isOpenOf: Record<RequestFilter, { isOpen?: boolean }> = {
  all: {},
  open: { isOpen: true },
  over: { isOpen: false },
};

/** A person's requests: still on the phone and handed in; and what one can ask about. */
export class RequestsStore {
  readonly drafts: DraftsStore<RequestContents, PersonRequest>;
  readonly categories: Remote<readonly RequestCategory[]>;

  private readonly lists: Readonly<Record<RequestFilter, RemoteList<RequestRow>>>;

  constructor(private readonly parts: RequestsParts) {
    this.drafts = new DraftsStore({
      ...parts,
      kind: requestDraftKind,
      whenSent: () => this.freshen(),
    });
    this.categories = new Remote(parts);
    this.lists = { all: new RemoteList(parts), open: new RemoteList(parts), over: new RemoteList(parts) };
    makeAutoObservable<RequestsStore, 'parts' | 'lists'>(
      this,
      { drafts: false, categories: false, parts: false, lists: false, mine: false },
      { autoBind: true },
    );
  }

  /** Those that can be asked under. */
  get openCategories(): readonly RequestCategory[] {
    return (this.categories.data ?? []).filter(({ isOpen }) => isOpen);
  }

  categoryOf(id: string | null): RequestCategory | null {
    return this.categories.data?.find((one) => one.id === id) ?? null;
  }

  mine(filter: RequestFilter): RemoteList<RequestRow> {
    return this.lists[filter];
  }

  async loadCategories(): Promise<void> {
    const { api, communities, sessions } = this.parts;
    await communities.load();
    const communityId = communities.current?.id;
    if (!communityId || !sessions.isSignedIn) return;
    await this.categories.load({
      key: communityId,
      copy: () => `requests.categories.${communityId}`,
      read: async () => (await api.call(listRequestCategories, { communityId })).items,
    });
  }

  async loadMine(filter: RequestFilter): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    await this.lists[filter].load({
      key: filter,
      copy: () => `requests.${filter}`,
      readPage: (cursor) =>
        api.call(listMyRequests, { ...isOpenOf[filter], limit: listLimit, ...(cursor && { cursor }) }),
    });
  }

  changePerson(change: PersonChange): void {
    for (const list of Object.values(this.lists)) list.reset();
    this.categories.reset();
    this.drafts.changePerson(change);
  }

  private freshen(): void {
    for (const filter of ['all', 'open', 'over'] as const)
      if (this.lists[filter].rows.status !== 'idle') void this.loadMine(filter);
  }
}

export const openRequests = (parts: RequestsParts): RequestsStore => new RequestsStore(parts);
