import { makeAutoObservable } from 'mobx';
import { listMembers, type Member } from '../../../contract/members';
import type { MembershipStatus } from '../../../contract/people';
import type { Role } from '../../../contract/roles';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export interface MemberRow extends Member {
  readonly id: string;
}

const rowOf = (member: Member): MemberRow => ({ ...member, id: member.personId });

/** The people of a community, found by name, number, status and role. Nothing of it is kept on the device. */
export class PeopleStore {
  readonly pages: RemoteList<MemberRow>;
  search = '';
  status: MembershipStatus | 'any' = 'any';
  role: Role | 'any' = 'any';

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<PeopleStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false },
      { autoBind: true },
    );
  }

  get hasFilters(): boolean {
    return this.search !== '' || this.status !== 'any' || this.role !== 'any';
  }

  load(): Promise<void> {
    const { communityId, search, status, role } = this;
    const filters = {
      ...(search && { search }),
      ...(status !== 'any' && { status }),
      ...(role !== 'any' && { role }),
    };
    return this.pages.load({
      key: JSON.stringify(filters),
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listMembers, {
          communityId,
          ...filters,
          ...(cursor && { cursor }),
        });
        return { ...page, items: page.items.map(rowOf) };
      },
    });
  }

  find(search: string): Promise<void> {
    this.search = search.trim();
    return this.load();
  }

  setStatus(status: MembershipStatus | 'any'): Promise<void> {
    this.status = status;
    return this.load();
  }

  setRole(role: Role | 'any'): Promise<void> {
    this.role = role;
    return this.load();
  }

  clear(): Promise<void> {
    this.search = '';
    this.status = 'any';
    this.role = 'any';
    return this.load();
  }

  /** Somebody was changed beside the list. */
  show(member: Member): void {
    void this.pages.amend((row) => (row.personId === member.personId ? rowOf(member) : row));
  }
}
