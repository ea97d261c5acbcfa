import { makeAutoObservable, observable, runInAction } from 'mobx';
import { reportLimits } from '../../../contract/reports';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import type { RootStore } from '../../root-store';
import { PhotoUpload } from '../../photo-upload';

/** Pixels of the longer side that are sent. */
const photoSize = 1600;

/** A photo of what was mended: on this device, on its way, or with the cloud. */
export interface AfterPhoto {
  readonly key: string;
  readonly url: string | null;
  mediaId: string | null;
  isUploading: boolean;
  failure: Failure | null;
}

/** The photos that go with what was done; each is uploaded as soon as it is chosen, and again where that failed. */
export class AfterPhotosStore {
  readonly photos = observable.array<AfterPhoto>();
  isUnreadable = false;

  private readonly upload: PhotoUpload;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.upload = new PhotoUpload(root);
    makeAutoObservable<AfterPhotosStore, 'root' | 'communityId' | 'upload'>(
      this,
      { root: false, communityId: false, upload: false, photos: false },
      { autoBind: true },
    );
  }

  get mediaIds(): string[] {
    return this.photos.map(({ mediaId }) => mediaId).filter((id) => id !== null);
  }

  get isUploading(): boolean {
    return this.photos.some((photo) => photo.isUploading);
  }

  get isFull(): boolean {
    return this.photos.length >= reportLimits.photos;
  }

  async add(): Promise<void> {
    const { device, parts } = this.root;
    const files = await device.picture.choosePhotos(reportLimits.photos - this.photos.length, 'album');
    for (const file of files) {
      const key = newKey(parts.clock.now());
      const kept = await device.photoFiles.keep(file, key, photoSize);
      runInAction(() => (this.isUnreadable = kept !== 'kept'));
      if (kept !== 'kept') continue;
      const url = await device.photoFiles.urlOf(key);
      runInAction(() => this.photos.push({ key, url, mediaId: null, isUploading: false, failure: null }));
      await this.send(key);
    }
  }

  /** What arrived already is not sent again. */
  async send(key: string): Promise<void> {
    const photo = this.photos.find((one) => one.key === key);
    if (!photo || photo.isUploading || photo.mediaId !== null) return;
    photo.isUploading = true;
    photo.failure = null;
    try {
      const mediaId = await this.upload.send({ communityId: this.communityId, key, purpose: 'after' });
      runInAction(() => (photo.mediaId = mediaId));
      void this.root.device.photoFiles.remove(key);
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (photo.failure = failure));
    } finally {
      runInAction(() => (photo.isUploading = false));
    }
  }

  remove(key: string): void {
    const photo = this.photos.find((one) => one.key === key);
    if (photo) this.photos.remove(photo);
    void this.root.device.photoFiles.remove(key);
  }

  /** They belong to the report now. */
  forget(): void {
    this.photos.clear();
    this.isUnreadable = false;
  }
}
