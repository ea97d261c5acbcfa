import { makeAutoObservable } from 'mobx';
import { countPartyReports, listPartyReports, type PartyReport } from '../../../contract/members';
import type { PersonSummary } from '../../../contract/people';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export interface ReportRow extends PartyReport {
  readonly id: string;
  readonly person: PersonSummary;
}

/** How many party members reported in; for the organiser also who. Nothing of it is kept on the device. */
export class ReportsStore {
  readonly total: Remote<number>;
  readonly pages: RemoteList<ReportRow>;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.total = new Remote(root.parts);
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<ReportsStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, total: false, pages: false },
      { autoBind: true },
    );
  }

  /** As the cloud has said of the person's desks. */
  get canSeeNames(): boolean {
    const membership = this.root.sessions.me?.memberships.find(
      ({ communityId }) => communityId === this.communityId,
    );
    return membership?.desk.seePartyReports ?? false;
  }

  async load(): Promise<void> {
    const { communityId } = this;
    const { api } = this.root;
    await Promise.all([
      this.total.load({
        key: 'total',
        copy: () => null,
        read: async () => (await api.call(countPartyReports, { communityId })).total,
      }),
      this.canSeeNames
        ? this.pages.load({
            key: 'names',
            copy: () => null,
            readPage: async (cursor) => {
              const page = await api.call(listPartyReports, { communityId, ...(cursor && { cursor }) });
              return { ...page, items: page.items.map((row) => ({ ...row, id: row.person.personId })) };
            },
          })
        : undefined,
    ]);
  }
}
