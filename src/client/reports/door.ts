import { draftNames } from '../draft-keys';
import { DraftsDoor } from '../drafts-door';
import { CameraError } from '../platform/camera-error';
import type { PersonChange } from '../sessions/store';
import { reportRoutes } from './routes';
import type { ReportsParts, ReportsStore } from './store';

/** The way to the reports, small enough for the first page. */
export class ReportsDoor {
  private readonly door: DraftsDoor<ReportsStore>;

  constructor(private readonly parts: Omit<ReportsParts, 'whenCounted'>) {
    const load = async () => this.opened((await import('./store')).openReports);
    this.door = new DraftsDoor({ ...parts, name: draftNames.reports, load });
  }

  /** Drafts of the person shown. */
  get drafts(): number {
    return this.door.count;
  }

  /** For the pages, which have the store's code with them. */
  opened(make: (parts: ReportsParts) => ReportsStore): ReportsStore {
    return this.door.opened(() => make({ ...this.parts, whenCounted: this.door.show }));
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
  wake(): Promise<void> {
    return this.door.wake();
  }

  changePerson(change: PersonChange): void {
    this.door.changePerson(change);
  }

  private async begunWith(communityId: string, files: readonly string[]): Promise<string | null> {
    const { drafts } = await this.door.load();
    const key = drafts.begin(communityId);
    if (key === null) return null;
    const outcome = await drafts.addPhotos(key, files);
    if (outcome === 'kept') return key;
    // Nothing came of it: the page says how else to get a photo in.
    drafts.remove(key);
    return null;
  }
}
