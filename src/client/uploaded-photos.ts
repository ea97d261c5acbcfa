import { makeAutoObservable, observable, runInAction } from 'mobx';
import type { MediaPurpose, Photo } from '../contract/media';
import { failureOf, type Failure } from './failure';
import { newKey } from './idempotency-key';
import { PhotoUpload } from './photo-upload';
import type { RootStore } from './root-store';

/** Pixels of the longer side that are sent. */
const photoSize = 1600;

/** On this device, on its way, or with the cloud. */
interface UploadedPhoto {
  readonly key: string;
  readonly url: string | null;
  mediaId: string | null;
  isUploading: boolean;
  failure: Failure | null;
}

interface What {
  readonly communityId: string;
  readonly purpose: MediaPurpose;
  readonly most: number;
}

/** Photos that go with something; each is uploaded as soon as it is chosen, and again where that failed. */
export class UploadedPhotos {
  readonly photos = observable.array<UploadedPhoto>();
  isUnreadable = false;

  private readonly upload: PhotoUpload;

  constructor(
    private readonly root: RootStore,
    readonly what: What,
  ) {
    this.upload = new PhotoUpload(root);
    makeAutoObservable<UploadedPhotos, 'root' | 'upload'>(
      this,
      { root: false, what: false, upload: false, photos: false },
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
    return this.photos.length >= this.what.most;
  }

  /** Those it has already. */
  begin(photos: readonly Photo[]): void {
    const { urlOf } = this.root.device.web;
    const kept = photos.map(({ id, thumbUrl }) => ({ key: id, url: urlOf(thumbUrl), mediaId: id }));
    this.photos.replace(kept.map((photo) => ({ ...photo, isUploading: false, failure: null })));
  }

  async add(): Promise<void> {
    const { device, parts } = this.root;
    const files = await device.picture.choosePhotos(this.what.most - this.photos.length, 'album');
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
    const { communityId, purpose } = this.what;
    photo.isUploading = true;
    photo.failure = null;
    try {
      const mediaId = await this.upload.send({ communityId, key, purpose });
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

  /** They belong to it now. */
  forget(): void {
    this.photos.clear();
    this.isUnreadable = false;
  }
}
