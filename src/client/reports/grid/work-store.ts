import { makeAutoObservable, observable, observableRef, runInAction, type ObservableMap } from 'mobx';
import { mediaProblems } from '../../../contract/media';
import type { Case } from '../../../contract/report-cases';
import type { GridTask } from '../../../contract/report-checks';
import { reportLimits, reportProblems } from '../../../contract/reports';
import { failureOf, isRefusedWith, isWorthRetrying, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { CameraError } from '../../platform/camera-error';
import type { PhotoSource } from '../../platform/picture';
import type { RootStore } from '../../root-store';
import { today } from '../../ui/dates';
import { emptyWork, KeptWork, type Work, type WorkPhoto } from '../kept-work';
import { PhotoUpload } from '../../photo-upload';
import { photoTexts } from '../../ui/photo-texts';
import { isBegun, missingOf, sendWork, workActions, workKinds, type WorkAction } from './work';

interface Ids {
  readonly communityId: string;
  readonly reportId: string;
}

interface Parts {
  /** Of the report as it is shown. */
  readonly version: () => number | null;
  readonly whenDone: (action: WorkAction, answer: Case | GridTask) => void;
  /** It may stand otherwise by now. */
  readonly whenUnsure: () => void;
}

/** Pixels of the longer side: as those of a report. */
const photoSize = 1600;
const dayMs = 86_400_000;

const arePhotosGone = (failure: Failure) =>
  isRefusedWith(failure, reportProblems.report_photo_unknown.code) ||
  isRefusedWith(failure, mediaProblems.photo_gone.code);

/** What is done with one report: words and photos stay on the phone until the cloud says that it has them. */
export class WorkStore {
  /** Whose form is open. */
  action: WorkAction | null = null;
  isWorking = false;
  failure: Failure | null = null;
  /** Which photo is on its way, from 1; null while none is. */
  photoOnItsWay: number | null = null;
  /** What was wrong with the photo taken last. */
  photosWrong: string | null = null;
  /** False when this device had no room. */
  isKept = true;

  private readonly works: ObservableMap<WorkAction, Work>;
  private readonly kept: KeptWork;
  private readonly upload: PhotoUpload;

  constructor(
    private readonly root: RootStore,
    private readonly ids: Ids,
    private readonly parts: Parts,
  ) {
    this.kept = new KeptWork(root.device.storage, root.sessions.me?.id ?? '');
    this.upload = new PhotoUpload(root);
    const begun = workActions.flatMap((action) => {
      const work = this.kept.read(ids.reportId, action);
      return work ? [[action, work] as const] : [];
    });
    this.works = observable.map(begun, { deep: false });
    makeAutoObservable<WorkStore, 'root' | 'ids' | 'parts' | 'works' | 'kept' | 'upload'>(
      this,
      {
        root: false,
        ids: false,
        parts: false,
        works: false,
        kept: false,
        upload: false,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Of the open form. */
  get work(): Work {
    return this.workOf(this.action);
  }

  workOf(action: WorkAction | null): Work {
    return (action && this.works.get(action)) ?? emptyWork;
  }

  hasBegun(action: WorkAction): boolean {
    return isBegun(this.workOf(action));
  }

  open(action: WorkAction): void {
    this.action = action;
    this.failure = null;
    this.photosWrong = null;
    if (workKinds[action].needs.includes('until') && this.work.day === '')
      this.put(action, { day: this.tomorrow });
  }

  private get tomorrow(): string {
    return today(this.root.parts.clock.now() + dayMs);
  }

  /** What was written is there again when it is opened again. */
  close(): void {
    this.action = null;
    this.failure = null;
  }

  write(change: Partial<Omit<Work, 'asked' | 'photos'>>): void {
    if (this.action) this.put(this.action, { ...change, asked: null });
  }

  async addPhotos(source: PhotoSource): Promise<void> {
    const { action, root } = this;
    if (!action) return;
    this.photosWrong = null;
    try {
      const most = reportLimits.photos - this.work.photos.length;
      for (const file of await root.device.picture.choosePhotos(most, source))
        await this.keepPhoto(action, file);
    } catch (error) {
      if (!(error instanceof CameraError)) throw error;
      runInAction(() => (this.photosWrong = photoTexts.noCamera));
    }
  }

  removePhoto(key: string): void {
    const { action } = this;
    if (!action) return;
    this.put(action, { photos: this.work.photos.filter((photo) => photo.key !== key), asked: null });
    void this.root.device.photoFiles.remove(key);
  }

  /** True when the cloud has done it. */
  async send(): Promise<boolean> {
    const { action } = this;
    if (!action || missingOf(action, this.work).length > 0) return false;
    const isDone = await this.sendOne(action);
    if (isDone) runInAction(() => (this.action = null));
    return isDone;
  }

  /** What was sent, and nobody heard what became of it. True when something was. */
  async settle(): Promise<boolean> {
    const asked = workActions.find((action) => this.workOf(action).asked !== null);
    return asked !== undefined && this.sendOne(asked);
  }

  private async sendOne(action: WorkAction): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await this.sendPhotos(action);
      const answer = await this.ask(action);
      this.forget(action);
      this.parts.whenDone(action, answer);
      return true;
    } catch (error) {
      this.fail(action, failureOf(error));
      return false;
    } finally {
      runInAction(() => {
        this.isWorking = false;
        this.photoOnItsWay = null;
      });
    }
  }

  private async sendPhotos(action: WorkAction): Promise<void> {
    const { communityId } = this.ids;
    const { purpose } = workKinds[action];
    if (!purpose) return;
    for (const [index, { key, mediaId }] of this.workOf(action).photos.entries()) {
      if (mediaId !== null) continue;
      runInAction(() => (this.photoOnItsWay = index + 1));
      try {
        this.mark(action, key, {
          mediaId: await this.upload.send({ communityId, key, purpose }),
          failure: null,
        });
      } catch (error) {
        const failure = failureOf(error);
        if (!isWorthRetrying(failure)) this.mark(action, key, { failure });
        throw error;
      }
    }
    runInAction(() => (this.photoOnItsWay = null));
  }

  private async ask(action: WorkAction): Promise<Case | GridTask> {
    const { root, ids, parts } = this;
    if (this.workOf(action).asked === null) {
      const position = action === 'verify' ? await root.whereabouts.besideCode() : null;
      const asked = { key: newKey(root.parts.clock.now()), version: parts.version() ?? 1, position };
      this.put(action, { asked });
    }
    return sendWork(root.api, action, ids, this.workOf(action));
  }

  private fail(action: WorkAction, failure: Failure): void {
    runInAction(() => (this.failure = failure));
    if (!isWorthRetrying(failure)) this.put(action, { asked: null });
    if (arePhotosGone(failure)) {
      // The cloud keeps photos that belong to nothing for some days only: they are sent anew.
      this.put(action, { photos: this.workOf(action).photos.map((photo) => ({ ...photo, mediaId: null })) });
    } else if (failure.kind === 'refused' && failure.status === 409) {
      this.parts.whenUnsure();
    }
  }

  private async keepPhoto(action: WorkAction, file: string): Promise<void> {
    const { device, parts } = this.root;
    const key = newKey(parts.clock.now());
    const kept = await device.photoFiles.keep(file, key, photoSize);
    if (kept !== 'kept') {
      runInAction(() => (this.photosWrong = photoTexts[kept]));
      return;
    }
    const photo: WorkPhoto = { key, mediaId: null, failure: null };
    this.put(action, { photos: [...this.workOf(action).photos, photo], asked: null });
  }

  private mark(action: WorkAction, key: string, found: Partial<WorkPhoto>): void {
    const { photos } = this.workOf(action);
    this.put(action, { photos: photos.map((photo) => (photo.key === key ? { ...photo, ...found } : photo)) });
  }

  private put(action: WorkAction, change: Partial<Work>): void {
    const work = { ...this.workOf(action), ...change };
    const now = this.root.parts.clock.now();
    runInAction(() => {
      this.works.set(action, work);
      this.isKept = this.kept.keep(this.ids.reportId, action, work, now);
    });
    if (!isBegun(work)) this.kept.forget(this.ids.reportId, action);
  }

  private forget(action: WorkAction): void {
    for (const { key } of this.workOf(action).photos) void this.root.device.photoFiles.remove(key);
    runInAction(() => void this.works.delete(action));
    this.kept.forget(this.ids.reportId, action);
  }
}
