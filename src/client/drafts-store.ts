import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Api } from './api';
import {
  keptPhotos,
  KeptDrafts,
  type Draft,
  type DraftFrame,
  type DraftKind,
  type DraftPhoto,
} from './draft';
import { DraftQueue } from './draft-queue';
import { newKey } from './idempotency-key';
import type { KeptPhoto } from './platform/photo-files';
import type { Platform } from './platform/platform';
import type { RemoteParts } from './remote';
import type { PersonChange, SessionsStore } from './sessions/store';

interface DraftsParts<Contents, Made> extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  readonly kind: DraftKind<Contents, Made>;
  /** How many of the person shown are on this phone. */
  readonly whenCounted: (count: number) => void;
  readonly whenSent: (made: Made) => void;
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

/** What is still on the phone, as many as one likes: each step is written down, each photo is a file. */
export class DraftsStore<Contents extends object, Made> {
  /** False when this device had no room: what was written last is lost when the app is closed. */
  isKept = true;
  progress: DraftProgress | null = null;
  private all: readonly Draft<Contents>[];
  /** Whose are shown; after a session has run out, still that person's. */
  private ownerId: string | null;
  private readonly kept: KeptDrafts<Contents>;
  private readonly queue: DraftQueue<Contents, Made>;
  /** What drafts became, by their key. */
  private readonly made = new Map<string, Made>();

  constructor(private readonly parts: DraftsParts<Contents, Made>) {
    this.kept = new KeptDrafts(parts.device.storage, parts.kind);
    this.all = this.kept.restore();
    this.ownerId = parts.sessions.me?.id ?? null;
    this.queue = new DraftQueue({
      ...parts,
      next: (skipped) => this.nextWaiting(skipped),
      replace: (draft) => this.replace(draft),
      find: (key) => this.find(key),
      progress: (progress) => runInAction(() => (this.progress = progress)),
      done: (draft, made) => this.finish(draft, made),
    });
    makeAutoObservable<DraftsStore<Contents, Made>, 'parts' | 'all' | 'kept' | 'queue' | 'made'>(
      this,
      {
        all: observableRef,
        progress: observableRef,
        parts: false,
        kept: false,
        queue: false,
        made: false,
      },
      { autoBind: true },
    );
    void this.sweep();
  }

  /** Of the person shown, the newest first. */
  get mine(): readonly Draft<Contents>[] {
    return this.all.filter(({ personId }) => personId === this.ownerId).reverse();
  }

  get mostPhotos(): number {
    return this.parts.kind.mostPhotos;
  }

  get canBegin(): boolean {
    return this.ownerId !== null;
  }

  /** Something waits that only a signed-in person can send. */
  get needsSignIn(): boolean {
    return !this.parts.sessions.isSignedIn && this.mine.some(({ state }) => state === 'waiting');
  }

  find(key: string): Draft<Contents> | null {
    return this.all.find((draft) => draft.key === key) ?? null;
  }

  /** What a draft became, as long as the app is open. */
  madeOf(key: string): Made | null {
    return this.made.get(key) ?? null;
  }

  isSending(key: string): boolean {
    return this.progress?.key === key;
  }

  /** Nothing is changed that the cloud may have taken already. */
  canEdit({ key, isAsked }: DraftFrame): boolean {
    return !isAsked && !this.isSending(key);
  }

  /** The key of a new one; null without a person. */
  begin(communityId: string): string | null {
    const { clock, kind } = this.parts;
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
      failure: null,
      ...kind.empty,
    });
    return key;
  }

  /** What was waiting or refused is a draft again, and will be sent as one of its own. */
  change(key: string, change: Partial<Contents>): void {
    const draft = this.find(key);
    if (draft && this.canEdit(draft)) this.write({ ...draft, ...change });
  }

  /** The files a person took or chose, one after the other; says what went wrong with the last that could not be kept. */
  async addPhotos(key: string, files: readonly string[]): Promise<KeptPhoto> {
    const { clock, device, kind } = this.parts;
    let outcome: KeptPhoto = 'kept';
    for (const file of files) {
      const photo: DraftPhoto = { key: newKey(clock.now()), mediaId: null, failure: null };
      const kept = await device.photoFiles.keep(file, photo.key, photoSize);
      const draft = this.find(key);
      const hasRoom = draft && this.canEdit(draft) && draft.photos.length < kind.mostPhotos;
      if (kept !== 'kept') outcome = kept;
      else if (hasRoom) this.write({ ...draft, photos: [...draft.photos, photo] });
      else void device.photoFiles.remove(photo.key);
    }
    return outcome;
  }

  removePhoto(key: string, photoKey: string): void {
    const draft = this.find(key);
    if (!draft || !this.canEdit(draft)) return;
    this.write({ ...draft, photos: draft.photos.filter((photo) => photo.key !== photoKey) });
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
    if (!isExpired) this.made.clear();
    this.count();
    if (to === null) return;
    const tooOld = new Date(this.parts.clock.now() - othersDays * 86_400_000).toISOString();
    for (const draft of this.all) if (draft.personId !== to && draft.startedAt < tooOld) this.drop(draft);
    void this.send();
  }

  private write(draft: Draft<Contents>): void {
    const sendKey = draft.state === 'draft' ? draft.sendKey : newKey(this.parts.clock.now());
    this.keep({ ...draft, sendKey, state: 'draft', failure: null });
  }

  private nextWaiting(skipped: ReadonlySet<string>): Draft<Contents> | null {
    const personId = this.parts.sessions.me?.id;
    const [next] = this.all
      .filter((draft) => draft.personId === personId && draft.state === 'waiting' && !skipped.has(draft.key))
      .sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
    if (!next || !this.isKept || this.kept.has(next)) return next ?? null;
    // Another window has sent or removed it.
    runInAction(() => (this.all = this.all.filter(({ key }) => key !== next.key)));
    this.count();
    return this.nextWaiting(skipped);
  }

  private finish(draft: Draft<Contents>, made: Made): void {
    this.made.set(draft.key, made);
    this.drop(draft);
    this.parts.whenSent(made);
  }

  /** As long as it has not been removed meanwhile. */
  private replace(draft: Draft<Contents>): void {
    if (this.find(draft.key)) this.keep(draft);
  }

  private keep(draft: Draft<Contents>): void {
    const isNew = this.find(draft.key) === null;
    this.all = isNew
      ? [...this.all, draft]
      : this.all.map((other) => (other.key === draft.key ? draft : other));
    this.isKept = this.kept.keep(draft);
    if (isNew) this.count();
  }

  private drop(draft: Draft<Contents>): void {
    this.all = this.all.filter(({ key }) => key !== draft.key);
    this.kept.drop(draft);
    for (const { key } of draft.photos) void this.parts.device.photoFiles.remove(key);
    this.count();
  }

  private count(): void {
    this.parts.whenCounted(this.mine.length);
  }

  /** Files that nothing kept speaks of: the app was closed between the one and the other. */
  private async sweep(): Promise<void> {
    const { device, clock } = this.parts;
    const known = new Set(keptPhotos(device.storage));
    for (const name of await device.photoFiles.names()) {
      const madeAt = Number.parseInt(name.split('-')[0] ?? '', 36);
      if (!known.has(name) && !(clock.now() - madeAt < youngMs)) await device.photoFiles.remove(name);
    }
  }
}

/** As much of them as their pages are drawn from. */
export type SeenDrafts<Contents extends object> = Pick<
  DraftsStore<Contents, unknown>,
  'mine' | 'isKept' | 'progress' | 'needsSignIn' | 'find' | 'isSending' | 'canEdit' | 'remove' | 'send'
>;
