import { makeAutoObservable } from 'mobx';
import { CameraError } from '../platform/camera-error';
import type { PersonChange } from '../sessions/store';
import { countDrafts } from './draft-keys';
import { reportRoutes } from './routes';
import type { ReportsParts, ReportsStore } from './store';

/**
 * The way to the reports, small enough for the first page: the rest is loaded when something waits on this phone, or a
 * page of theirs opens.
 */
export class ReportsDoor {
  /** Drafts of the person shown. */
  drafts: number;

  private store: ReportsStore | null = null;

  constructor(private readonly parts: Omit<ReportsParts, 'whenCounted'>) {
    this.drafts = this.counted();
    makeAutoObservable<ReportsDoor, 'parts' | 'store'>(
      this,
      { parts: false, store: false },
      { autoBind: true },
    );
  }

  /** For the pages, which have the store's code with them. */
  opened(make: (parts: ReportsParts) => ReportsStore): ReportsStore {
    this.store ??= make({ ...this.parts, whenCounted: this.showCount });
    return this.store;
  }

  /** The camera first: what it took is a draft by the time its page opens. */
  async photograph(): Promise<void> {
    const { device, communities } = this.parts;
    const communityId = communities.current?.id ?? null;
    const files = await device.picture.choosePhotos(1, 'camera').catch((error: unknown) => {
      if (error instanceof CameraError) return [];
      throw error;
    });
    const key = communityId && files.length > 0 ? await this.begunWith(communityId, files) : null;
    device.navigation.to(reportRoutes.create.to(key ? { draft: key } : {}));
  }

  /** There may be a way to the cloud now. */
  async wake(): Promise<void> {
    if (this.counted() > 0) await (await this.load()).drafts.send();
  }

  changePerson(change: PersonChange): void {
    if (this.store) this.store.changePerson(change);
    else this.showCount(this.counted());
    if (!this.store && change.to !== null) void this.wake();
  }

  private async begunWith(communityId: string, files: readonly string[]): Promise<string | null> {
    const { drafts } = await this.load();
    const key = drafts.begin(communityId);
    if (key === null) return null;
    const outcome = await drafts.addPhotos(key, files);
    if (outcome === 'kept') return key;
    // Nothing came of it: the page says how else to get a photo in.
    drafts.remove(key);
    return null;
  }

  private async load(): Promise<ReportsStore> {
    const { openReports } = await import('./store');
    return this.opened(openReports);
  }

  private counted(): number {
    const { device, sessions } = this.parts;
    return sessions.me ? countDrafts(device.storage, sessions.me.id) : 0;
  }

  private showCount(count: number): void {
    this.drafts = count;
  }
}
