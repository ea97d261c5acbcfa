import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { MediaPurpose } from '../contract/media';
import { failureOf, type Failure } from './failure';
import { newKey } from './idempotency-key';
import { KeptReply } from './kept-reply';
import { CameraError } from './platform/camera-error';
import type { PhotoSource } from './platform/picture';
import type { RootStore } from './root-store';
import { PhotoUpload } from './photo-upload';
import { photoTexts } from './ui/photo-texts';

interface ReplyPhoto {
  readonly key: string;
  readonly mediaId: string | null;
  readonly failure: Failure | null;
}

const photoSize = 1600;

interface Ids {
  readonly communityId: string;
  /** What the photos are for. */
  readonly purpose: MediaPurpose;
  readonly mostPhotos: number;
  /** Where it is kept on its person's phone; without, only as long as the app is open. */
  readonly place?: string;
}

/** Words and photos that are added to something the cloud has: they stay until it has them, too, over a restart if kept. */
export class ReplyStore {
  words = '';
  photos: readonly ReplyPhoto[] = [];
  isWorking = false;
  failure: Failure | null = null;
  /** What was wrong with the photos chosen last. */
  photosWrong: string | null = null;

  private readonly upload: PhotoUpload;
  private readonly kept: KeptReply | null;

  constructor(
    private readonly root: RootStore,
    readonly ids: Ids,
  ) {
    this.upload = new PhotoUpload(root);
    this.kept = ids.place === undefined ? null : new KeptReply(root, ids.place);
    const found = this.kept?.read();
    this.words = found?.words ?? '';
    // The cloud may have let go of them meanwhile: they are sent anew.
    this.photos = found?.photos.map(({ key }) => ({ key, mediaId: null, failure: null })) ?? [];
    makeAutoObservable<ReplyStore, 'root' | 'upload' | 'kept'>(
      this,
      { root: false, ids: false, upload: false, kept: false, photos: observableRef, failure: observableRef },
      { autoBind: true },
    );
  }

  write(words: string): void {
    this.words = words;
    this.keep();
  }

  async addPhotos(source: PhotoSource): Promise<void> {
    const { device, parts } = this.root;
    this.photosWrong = null;
    try {
      const files = await device.picture.choosePhotos(this.ids.mostPhotos - this.photos.length, source);
      for (const file of files) {
        const key = newKey(parts.clock.now());
        const kept = await device.photoFiles.keep(file, key, photoSize);
        runInAction(() => {
          if (kept === 'kept') this.photos = [...this.photos, { key, mediaId: null, failure: null }];
          else this.photosWrong = photoTexts[kept];
          this.keep();
        });
      }
    } catch (error) {
      if (!(error instanceof CameraError)) throw error;
      runInAction(() => (this.photosWrong = photoTexts.noCamera));
    }
  }

  removePhoto(key: string): void {
    this.photos = this.photos.filter((photo) => photo.key !== key);
    this.keep();
    void this.root.device.photoFiles.remove(key);
  }

  /** Photos first; then `ask`, which says whether it worked. True when all of it did. */
  async send(ask: (words: string, mediaIds: string[]) => Promise<boolean>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      for (const { key, mediaId } of this.photos) if (mediaId === null) await this.sendPhoto(key);
      const mediaIds = this.photos.flatMap(({ mediaId }) => mediaId ?? []);
      const isDone = await ask(this.words.trim(), mediaIds);
      if (isDone) runInAction(() => this.clear());
      return isDone;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private async sendPhoto(key: string): Promise<void> {
    const { communityId, purpose } = this.ids;
    try {
      const mediaId = await this.upload.send({ communityId, key, purpose });
      this.mark(key, { mediaId, failure: null });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'refused' && failure.status < 500) this.mark(key, { failure });
      throw error;
    }
  }

  private mark(key: string, found: Partial<ReplyPhoto>): void {
    runInAction(() => {
      this.photos = this.photos.map((photo) => (photo.key === key ? { ...photo, ...found } : photo));
    });
  }

  private clear(): void {
    for (const { key } of this.photos) void this.root.device.photoFiles.remove(key);
    this.photos = [];
    this.words = '';
    this.keep();
  }

  private keep(): void {
    this.kept?.keep(this);
  }
}
