import { mediaProblems } from '../contract/media';
import { problems } from '../contract/http';
import type { Api } from './api';
import type { Clock } from './clock';
import type { Draft, DraftKind } from './draft';
import type { DraftProgress } from './drafts-store';
import { CallFailed, failureOf, isRefusedWith, isWorthRetrying, type Failure } from './failure';
import { PhotoUpload } from './photo-upload';
import type { Platform } from './platform/platform';
import type { SessionsStore } from './sessions/store';

interface Parts<Contents, Made> {
  readonly api: Api;
  readonly clock: Clock;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  readonly kind: DraftKind<Contents, Made>;
  next(skipped: ReadonlySet<string>): Draft<Contents> | null;
  find(key: string): Draft<Contents> | null;
  replace(draft: Draft<Contents>): void;
  progress(progress: DraftProgress | null): void;
  done(draft: Draft<Contents>, made: Made): void;
}

const firstWaitMs = 15_000;
const longestWaitMs = 10 * 60_000;

/** It became somebody else's turn, or the draft was removed: nothing is to be said of it. */
class NoLongerMeant extends Error {}

/** What was said against one photo, not against all of it. */
class PhotoFailed extends CallFailed {
  constructor(
    failure: Failure,
    readonly photoKey: string,
  ) {
    super(failure);
  }
}

const isUnderWay = (failure: Failure) =>
  isWorthRetrying(failure) || isRefusedWith(failure, mediaProblems.too_many_uploads.code);

/** The cloud itself stumbles over this one; the next may well be taken. */
const isOfThisOne = (failure: Failure) => isRefusedWith(failure, problems.internal.code);

/** Takes drafts to the cloud one by one: their photos first, then what they become, by keys that stay the same. */
export class DraftQueue<Contents extends object, Made> {
  private sending: Promise<void> | null = null;
  private cancelRetry: () => void = () => undefined;
  private waitMs = firstWaitMs;
  private readonly upload: PhotoUpload;

  constructor(private readonly parts: Parts<Contents, Made>) {
    this.upload = new PhotoUpload(parts);
  }

  send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      this.parts.progress(null);
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    this.cancelRetry();
    const skipped = new Set<string>();
    for (let next = this.parts.next(skipped); next; next = this.parts.next(skipped)) {
      const failure = await this.sendOne(next);
      if (failure === null) {
        this.waitMs = firstWaitMs;
        continue;
      }
      this.retryLater(failure);
      if (!isOfThisOne(failure)) return;
      skipped.add(next.key);
    }
  }

  /** Null when there is an answer to it, whatever it says; else why it has to wait. */
  private async sendOne(draft: Draft<Contents>): Promise<Failure | null> {
    try {
      const asked = await this.withPhotos(draft);
      this.parts.done(asked, await this.ask(asked));
      return null;
    } catch (error) {
      if (error instanceof NoLongerMeant) return null;
      if (!(error instanceof CallFailed)) throw error;
      return this.failed(draft.key, error);
    }
  }

  private async withPhotos(draft: Draft<Contents>): Promise<Draft<Contents>> {
    let now = draft;
    for (const [index, photo] of draft.photos.entries()) {
      if (photo.mediaId !== null) continue;
      this.parts.progress({ key: draft.key, photo: index + 1 });
      const mediaId = await this.uploaded(draft, photo.key);
      now = this.meant(draft);
      const photos = now.photos.map((other) => (other.key === photo.key ? { ...other, mediaId } : other));
      now = { ...now, photos };
      this.parts.replace(now);
    }
    return now;
  }

  private async uploaded({ communityId }: Draft<Contents>, photoKey: string): Promise<string> {
    try {
      return await this.upload.send({ communityId, key: photoKey, purpose: this.parts.kind.purpose });
    } catch (error) {
      throw new PhotoFailed(failureOf(error), photoKey);
    }
  }

  private async ask(draft: Draft<Contents>, isAgain = false): Promise<Made> {
    this.parts.progress({ key: draft.key, photo: null });
    // As long as it cannot have left the phone, its person may go on with it.
    if (!draft.isAsked && !this.parts.device.network.isOnline()) throw new CallFailed({ kind: 'offline' });
    this.parts.replace({ ...draft, isAsked: true });
    try {
      return await this.parts.kind.send(this.parts.api, draft);
    } catch (error) {
      if (isAgain || !this.arePhotosGone(failureOf(error))) throw error;
      // The cloud keeps photos that belong to nothing for some days only: after a long wait they are sent anew.
      const bare = { ...draft, photos: draft.photos.map((photo) => ({ ...photo, mediaId: null })) };
      this.parts.replace(bare);
      return this.ask(await this.withPhotos(bare), true);
    }
  }

  private arePhotosGone(failure: Failure): boolean {
    return this.parts.kind.photosGone.some((code) => isRefusedWith(failure, code));
  }

  private failed(key: string, error: CallFailed): Failure | null {
    const { failure } = error;
    const draft = this.parts.find(key);
    if (!draft) return null;
    if (isUnderWay(failure)) {
      this.parts.replace({ ...draft, failure });
      return failure;
    }
    const photoKey = error instanceof PhotoFailed ? error.photoKey : null;
    const photos = draft.photos.map((photo) => (photo.key === photoKey ? { ...photo, failure } : photo));
    this.parts.replace({ ...draft, photos, state: 'refused', isAsked: false, failure });
    return null;
  }

  /** As it stands after a wait; what is sent on goes by who is signed in. */
  private meant({ key, personId }: Draft<Contents>): Draft<Contents> {
    const now = this.parts.find(key);
    if (!now || this.parts.sessions.me?.id !== personId) throw new NoLongerMeant();
    return now;
  }

  private retryLater(failure: Failure): void {
    const seconds = failure.kind === 'refused' ? failure.retryAfter : null;
    this.cancelRetry();
    this.cancelRetry = this.parts.clock.after(seconds === null ? this.waitMs : seconds * 1000, () => {
      void this.send();
    });
    this.waitMs = Math.min(this.waitMs * 2, longestWaitMs);
  }
}
