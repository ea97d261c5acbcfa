import { makeAutoObservable } from 'mobx';
import { privacyNoticeVersion as noticeVersion } from '../../../contract/consents';
import {
  getMyService,
  listMyServiceRecords,
  removeMyVolunteerName,
  serviceLimits,
  setMyVolunteerName,
  updateMyVolunteer,
  type ServiceRecord,
  type ServiceSummary,
} from '../../../contract/service-records';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** `急救、 修车 方言` → three. */
const skillsIn = (text: string): string[] =>
  [...new Set(text.split(/[、，,;；\s]+/).filter(Boolean))]
    .slice(0, serviceLimits.skills)
    .map((skill) => skill.slice(0, serviceLimits.skillLength));

/** What one did in the current community, and who one is there. */
export class MyServiceStore {
  readonly summary: Remote<ServiceSummary>;
  readonly records: RemoteList<ServiceRecord>;
  readonly working: Working;
  /** `null`: all of them. */
  year: number | null = null;

  constructor(private readonly root: RootStore) {
    this.summary = new Remote(root.parts);
    this.records = new RemoteList(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<MyServiceStore, 'root'>(
      this,
      { root: false, summary: false, records: false, working: false },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    await Promise.all([this.loadSummary(), this.loadRecords()]);
  }

  setYear(year: number | null): Promise<void> {
    this.year = year;
    return this.loadRecords();
  }

  setName(name: string): Promise<boolean> {
    return this.working.on(`name ${name}`, async () => {
      const { id: communityId } = await this.root.communities.ready();
      await this.root.api.call(setMyVolunteerName, { communityId, name: name.trim(), noticeVersion });
      await this.loadSummary();
    });
  }

  removeName(): Promise<boolean> {
    return this.working.on('remove name', async () => {
      const { id: communityId } = await this.root.communities.ready();
      await this.root.api.call(removeMyVolunteerName, { communityId });
      await this.loadSummary();
    });
  }

  setSkills(text: string): Promise<boolean> {
    return this.working.on(`skills ${text}`, async () => {
      const { id: communityId } = await this.root.communities.ready();
      await this.root.api.call(updateMyVolunteer, { communityId, skills: skillsIn(text) });
      await this.loadSummary();
    });
  }

  private copyOf(what: string): string | null {
    const { current } = this.root.communities;
    return current && `service.${what}.${current.id}`;
  }

  private loadSummary(): Promise<void> {
    return this.summary.load({
      key: this.root.communities.current?.id ?? 'current',
      copy: () => this.copyOf('summary'),
      read: async () => {
        const { id: communityId } = await this.root.communities.ready();
        return this.root.api.call(getMyService, { communityId });
      },
    });
  }

  private loadRecords(): Promise<void> {
    const { year } = this;
    return this.records.load({
      key: `${this.root.communities.current?.id ?? 'current'} ${year ?? 'all'}`,
      copy: () => this.copyOf(`records.${year ?? 'all'}`),
      readPage: async (cursor) => {
        const { id: communityId } = await this.root.communities.ready();
        const which = { ...(year !== null && { year }), ...(cursor && { cursor }) };
        return this.root.api.call(listMyServiceRecords, { communityId, ...which });
      },
    });
  }
}
