import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  addMerchantPhoto,
  merchantLimits,
  removeMerchantPhoto,
  type Merchant,
} from '../../contract/merchants';
import { failureOf, type Failure } from '../failure';
import { newKey } from '../idempotency-key';
import type { RootStore } from '../root-store';

/** The photos of one shop; each change is the cloud's at once. */
export class PhotosStore {
  photos: Merchant['photos'];
  isWorking = false;
  failure: Failure | null = null;
  /** The last file chosen was no picture. */
  isUnreadable = false;

  constructor(
    private readonly root: RootStore,
    private readonly merchantId: string,
    photos: Merchant['photos'],
  ) {
    this.photos = photos;
    makeAutoObservable<PhotosStore, 'root' | 'merchantId'>(
      this,
      { root: false, merchantId: false, photos: observableRef, failure: observableRef },
      { autoBind: true },
    );
  }

  get isFull(): boolean {
    return this.photos.length >= merchantLimits.photos;
  }

  async add(): Promise<void> {
    const { picture } = this.root.device;
    const file = await picture.choosePhoto();
    if (file === null) return;
    const image = await picture.fit(file, merchantLimits.photoSize);
    runInAction(() => (this.isUnreadable = image === null));
    if (image === null) return;
    const { api, parts } = this.root;
    const key = newKey(parts.clock.now());
    await this.change(() => api.call(addMerchantPhoto, { merchantId: this.merchantId, image }, { key }));
  }

  remove(photoId: string): Promise<void> {
    const { merchantId } = this;
    return this.change(() => this.root.api.call(removeMerchantPhoto, { merchantId, photoId }));
  }

  private async change(ask: () => Promise<Merchant>): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.failure = null;
    try {
      const { photos } = await ask();
      runInAction(() => (this.photos = photos));
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
