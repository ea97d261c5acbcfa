import { makeAutoObservable } from 'mobx';
import { activityLimits } from '../../../contract/activities';
import {
  addActivityPhotos,
  cancelActivity,
  getManagedActivity,
  publishActivity,
  removeActivity,
  removeActivityPhoto,
  type ManagedActivity,
  type SeriesScope,
} from '../../../contract/activity-desk';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { UploadedPhotos } from '../../uploaded-photos';
import { Working } from '../../working';

interface Ids {
  readonly communityId: string;
  readonly activityId: string;
}

/** One activity on a desk, and what can be done with it. */
export class ActivityViewStore {
  readonly activity: Remote<ManagedActivity>;
  readonly working: Working;
  /** Of how it was, before they are shown. */
  readonly photos: UploadedPhotos;

  constructor(
    private readonly root: RootStore,
    readonly ids: Ids,
    /** The list beside shows it as well. */
    private readonly whenChanged: () => void,
  ) {
    this.activity = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    const { communityId } = ids;
    this.photos = new UploadedPhotos(root, { communityId, purpose: 'activity', most: activityLimits.photos });
    makeAutoObservable<ActivityViewStore, 'root' | 'whenChanged'>(
      this,
      { root: false, ids: false, whenChanged: false, activity: false, working: false, photos: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    return this.activity.load({
      key: this.ids.activityId,
      copy: () => null,
      read: () => this.root.api.call(getManagedActivity, this.ids),
    });
  }

  publish(scope: SeriesScope): Promise<boolean> {
    return this.change(`publish ${scope}`, (version) =>
      this.root.api.call(publishActivity, { ...this.ids, version, scope }),
    );
  }

  cancel(reason: string, scope: SeriesScope): Promise<boolean> {
    return this.change(`cancel ${scope} ${reason}`, (version) =>
      this.root.api.call(cancelActivity, { ...this.ids, version, reason, scope }),
    );
  }

  /** True when the draft is gone. */
  async remove(scope: SeriesScope): Promise<boolean> {
    const isDone = await this.working.on(`remove ${scope}`, async () => {
      await this.root.api.call(removeActivity, { ...this.ids, scope });
    });
    if (isDone) this.whenChanged();
    return isDone;
  }

  /** Only where everybody who can be recognised agreed. */
  async showPhotos(): Promise<boolean> {
    const { mediaIds } = this.photos;
    const isDone = await this.working.on(`photos ${mediaIds.join()}`, async (key) => {
      const body = { ...this.ids, mediaIds, haveAgreed: true as const };
      this.activity.take(await this.root.api.call(addActivityPhotos, body, { key }));
    });
    if (isDone) this.photos.forget();
    return isDone;
  }

  async removePhoto(mediaId: string): Promise<void> {
    await this.working.on(`photo away ${mediaId}`, async () => {
      await this.root.api.call(removeActivityPhoto, { ...this.ids, mediaId });
    });
    await this.load();
  }

  private async change(what: string, ask: (version: number) => Promise<ManagedActivity>): Promise<boolean> {
    const version = this.activity.data?.version ?? 0;
    const isDone = await this.working.on(`${what} ${version}`, async () => {
      this.activity.take(await ask(version));
    });
    const { failure } = this.working;
    if (failure?.kind === 'refused' && failure.status === 409) await this.load();
    if (isDone) this.whenChanged();
    return isDone;
  }
}
