import { makeAutoObservable } from 'mobx';
import { getBlockMap, listCommunities, type BlockMap, type Community } from '../../contract/communities';
import type { Api } from '../api';
import { CallFailed } from '../failure';
import { Remote, type RemoteParts } from '../remote';

interface Parts extends RemoteParts {
  readonly api: Api;
  /** The community its person has chosen; null where there is none. */
  readonly chosenId: () => string | null;
}

/** The communities there are, and the one whose stations are shown. */
export class CommunitiesStore {
  readonly list: Remote<readonly Community[]>;
  readonly blockMap: Remote<BlockMap>;

  constructor(private readonly parts: Parts) {
    this.list = new Remote(parts);
    this.blockMap = new Remote(parts);
    makeAutoObservable<CommunitiesStore, 'parts'>(
      this,
      { list: false, blockMap: false, parts: false },
      { autoBind: true },
    );
  }

  get current(): Community | null {
    const chosenId = this.parts.chosenId();
    return this.list.data?.find(({ id }) => id === chosenId) ?? this.list.data?.[0] ?? null;
  }

  load(): Promise<void> {
    const { api } = this.parts;
    return this.list.load({
      key: 'communities',
      copy: () => 'communities',
      read: async () => (await api.call(listCommunities, {})).items,
    });
  }

  loadBlockMap(): Promise<void> {
    return this.blockMap.load({
      key: 'block-map',
      copy: () => (this.current ? `block-map.${this.current.id}` : null),
      read: async () => this.parts.api.call(getBlockMap, { communityId: (await this.ready()).id }),
    });
  }

  /** The current community, asked for where it is not known yet. Throws CallFailed. */
  async ready(): Promise<Community> {
    if (!this.current) await this.load();
    if (this.current) return this.current;
    throw new CallFailed(this.list.failure ?? { kind: 'broken' });
  }
}
