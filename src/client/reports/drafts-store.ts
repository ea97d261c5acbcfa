import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { reportLimits, type Report } from '../../contract/reports';
import type { Api } from '../api';
import { newKey } from '../idempotency-key';
import type { KeptPhoto } from '../platform/photo-files';
import type { Platform } from '../platform/platform';
import type { RemoteParts } from '../remote';
import type { PersonChange, SessionsStore } from '../sessions/store';
import {
  dropDraft,
  keepDraft,
  readDraft,
  restoreDrafts,
  type DraftContents,
  type DraftPhoto,
  type ReportDraft,
} from './draft';
import { workPhotos } from './kept-work';
import { DraftQueue } from './queue';

export interface DraftsParts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  /** How many of the person shown are on this phone. */
  readonly whenCounted: (count: number) => void;
  readonly whenSent: (report: Report) => void;
}

/** What there is to see of the one that is being sent. */
export interface DraftProgress {
  readonly key: string;
  /** Which photo is on its way, from 1; null once all are there. */
  readonly photo: number | null;
}

export type SubmitOutcome = 'sent' | 'waiting' | 'refused';

/** Pixels of the longer side: enough to read a licence plate by, small enough for a phone's network. */
const photoSize = 1600;
/** What somebody else left on this phone. */
const othersDays = 30;
/** A file this young may belong to a draft another window is about to write down. */
const youngMs = 3_600_000;

/** Reports still on the phone, as many as one likes: each step is written down, each photo is a file. */
export class DraftsStore {
  /** False when this device had no room: what was written last is lost when the app is closed. */
  isKept = true;
  progress: DraftProgress | null = null;
  private all: readonly ReportDraft[];
  /** Whose are shown; after a session has run out, still that person's. */
  private ownerId: string | null;
  private readonly queue: DraftQueue;
  /** What drafts became, by their key. */
  private readonly reports = new Map<string, Report>();

  constructor(private readonly parts: DraftsParts) {
    this.all = restoreDrafts(parts.device.storage);
    this.ownerId = parts.sessions.me?.id ?? null;
    this.queue = new DraftQueue({
      ...parts,
      next: (skipped) => this.nextWaiting(skipped),
      replace: (draft) => this.replace(draft),
      find: (key) => this.find(key),
      progress: (progress) => runInAction(() => (this.progress = progress)),
      done: (draft, report) => this.finish(draft, report),
    });
    makeAutoObservable<DraftsStore, 'parts' | 'all' | 'queue' | 'reports'>(
      this,
      { all: observableRef, progress: observableRef, parts: false, queue: false, reports: false },
      { autoBind: true },
    );
    void this.sweep();
  }

  /** Of the person shown, the newest first. */
  get mine(): readonly ReportDraft[] {
    return this.all.filter(({ personId }) => personId === this.ownerId).reverse();
  }

  get canBegin(): boolean {
    return this.ownerId !== null;
  }

  /** Something waits that only a signed-in person can send. */
  get needsSignIn(): boolean {
    return !this.parts.sessions.isSignedIn && this.mine.some(({ state }) => state === 'waiting');
  }

  find(key: string): ReportDraft | null {
    return this.all.find((draft) => draft.key === key) ?? null;
  }

  /** What a draft became, as long as the app is open. */
  reportOf(key: string): Report | null {
    return this.reports.get(key) ?? null;
  }

  isSending(key: string): boolean {
    return this.progress?.key === key;
  }

  /** Nothing is changed that the cloud may have taken already. */
  canEdit({ key, isAsked }: ReportDraft): boolean {
    return !isAsked && !this.isSending(key);
  }

  /** The key of a new one; null without a person. */
  begin(communityId: string): string | null {
    const { clock } = this.parts;
    if (this.ownerId === null) return null;
    const key = newKey(clock.now());
    this.keep({
      key,
      sendKey: newKey(clock.now()),
      personId: this.ownerId,
      communityId,
      startedAt: new Date(clock.now()).toISOString(),
      state: 'draft',
      turn: null,
      isAsked: false,
      photos: [],
      category: null,
      words: '',
      place: null,
      placeText: '',
      isAnonymous: false,
      failure: null,
    });
    return key;
  }

  /** What was waiting or refused is a draft again, and will be sent as one of its own. */
  change(key: string, change: Partial<DraftContents>): void {
    const draft = this.find(key);
    if (!draft || !this.canEdit(draft)) return;
    const sendKey = draft.state === 'draft' ? draft.sendKey : newKey(this.parts.clock.now());
    this.keep({ ...draft, ...change, sendKey, state: 'draft', failure: null });
  }

  /** The files a person took or chose, one after the other; says what went wrong with the last that could not be kept. */
  async addPhotos(key: string, files: readonly string[]): Promise<KeptPhoto> {
    const { clock, device } = this.parts;
    let outcome: KeptPhoto = 'kept';
    for (const file of files) {
      const photo: DraftPhoto = { key: newKey(clock.now()), mediaId: null, failure: null };
      const kept = await device.photoFiles.keep(file, photo.key, photoSize);
      const draft = this.find(key);
      const hasRoom = draft && this.canEdit(draft) && draft.photos.length < reportLimits.photos;
      if (kept !== 'kept') outcome = kept;
      else if (hasRoom) this.change(key, { photos: [...draft.photos, photo] });
      else void device.photoFiles.remove(photo.key);
    }
    return outcome;
  }

  removePhoto(key: string, photoKey: string): void {
    const draft = this.find(key);
    if (!draft || !this.canEdit(draft)) return;
    this.change(key, { photos: draft.photos.filter((photo) => photo.key !== photoKey) });
    void this.parts.device.photoFiles.remove(photoKey);
  }

  /** Handed over: it is sent now, or as soon as there is a way. */
  async submit(key: string): Promise<SubmitOutcome> {
    const draft = this.find(key);
    if (!draft) return 'refused';
    if (draft.state !== 'waiting') {
      const turn = Math.max(0, ...this.all.map((other) => other.turn ?? 0)) + 1;
      const photos = draft.photos.map((photo) => ({ ...photo, failure: null }));
      this.keep({ ...draft, photos, state: 'waiting', turn, failure: null });
    }
    await this.send();
    const left = this.find(key);
    if (!left) return 'sent';
    return left.state === 'waiting' ? 'waiting' : 'refused';
  }

  /** Sends what waits, in order, one at a time; stops where the cloud cannot be asked. */
  send(): Promise<void> {
    return this.queue.send();
  }

  /** False for one that is just being taken by the cloud. */
  remove(key: string): boolean {
    const draft = this.find(key);
    if (!draft || (draft.isAsked && this.isSending(key))) return false;
    this.drop(draft);
    return true;
  }

  changePerson({ to, isExpired }: PersonChange): void {
    if (!isExpired) this.ownerId = to;
    if (!isExpired) this.reports.clear();
    this.count();
    if (to === null) return;
    const tooOld = new Date(this.parts.clock.now() - othersDays * 86_400_000).toISOString();
    for (const draft of this.all) if (draft.personId !== to && draft.startedAt < tooOld) this.drop(draft);
    void this.send();
  }

  private nextWaiting(skipped: ReadonlySet<string>): ReportDraft | null {
    const personId = this.parts.sessions.me?.id;
    const [next] = this.all
      .filter((draft) => draft.personId === personId && draft.state === 'waiting' && !skipped.has(draft.key))
      .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
    if (!next || !this.isKept || readDraft(this.parts.device.storage, next)) return next ?? null;
    // Another window has sent or removed it.
    runInAction(() => (this.all = this.all.filter(({ key }) => key !== next.key)));
    this.count();
    return this.nextWaiting(skipped);
  }

  private finish(draft: ReportDraft, report: Report): void {
    this.reports.set(draft.key, report);
    this.drop(draft);
    this.parts.whenSent(report);
  }

  /** As long as it has not been removed meanwhile. */
  private replace(draft: ReportDraft): void {
    if (this.find(draft.key)) this.keep(draft);
  }

  private keep(draft: ReportDraft): void {
    const isNew = this.find(draft.key) === null;
    this.all = isNew
      ? [...this.all, draft]
      : this.all.map((other) => (other.key === draft.key ? draft : other));
    this.isKept = keepDraft(this.parts.device.storage, draft);
    if (isNew) this.count();
  }

  private drop(draft: ReportDraft): void {
    this.all = this.all.filter(({ key }) => key !== draft.key);
    const { storage, photoFiles } = this.parts.device;
    dropDraft(storage, draft);
    for (const { key } of draft.photos) void photoFiles.remove(key);
    this.count();
  }

  private count(): void {
    this.parts.whenCounted(this.mine.length);
  }

  /** Files that nothing kept speaks of: the app was closed between the one and the other. */
  private async sweep(): Promise<void> {
    const { device, clock } = this.parts;
    const known = new Set([
      ...restoreDrafts(device.storage).flatMap(({ photos }) => photos.map(({ key }) => key)),
      ...workPhotos(device.storage),
    ]);
    for (const name of await device.photoFiles.names()) {
      const madeAt = Number.parseInt(name.split('-')[0] ?? '', 36);
      if (!known.has(name) && !(clock.now() - madeAt < youngMs)) await device.photoFiles.remove(name);
    }
  }
}
