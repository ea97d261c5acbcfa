import { createReport, reportProblems, type Report } from '../../contract/reports';
import { mediaProblems } from '../../contract/media';
import { problems } from '../../contract/http';
import type { Api } from '../api';
import type { Clock } from '../clock';
import { CallFailed, failureOf, isRefusedWith, isWorthRetrying, type Failure } from '../failure';
import type { Platform } from '../platform/platform';
import type { SessionsStore } from '../sessions/store';
import type { ReportDraft } from './draft';
import type { DraftProgress } from './drafts-store';
import { PhotoUpload } from './photo-upload';

interface Parts {
  readonly api: Api;
  readonly clock: Clock;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  next(skipped: ReadonlySet<string>): ReportDraft | null;
  find(key: string): ReportDraft | null;
  replace(draft: ReportDraft): void;
  progress(progress: DraftProgress | null): void;
  done(draft: ReportDraft, report: Report): void;
}

const firstWaitMs = 15_000;
const longestWaitMs = 10 * 60_000;

/** It became somebody else's turn, or the draft was removed: nothing is to be said of it. */
class NoLongerMeant extends Error {}

/** What was said against one photo, not against the report. */
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

const arePhotosGone = (failure: Failure) =>
  isRefusedWith(failure, reportProblems.report_photo_unknown.code) ||
  isRefusedWith(failure, mediaProblems.photo_gone.code);

/** Takes drafts to the cloud one by one: their photos first, then the report, by keys that stay the same. */
export class DraftQueue {
  private sending: Promise<void> | null = null;
  private cancelRetry: () => void = () => undefined;
  private waitMs = firstWaitMs;
  private readonly upload: PhotoUpload;

  constructor(private readonly parts: Parts) {
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
  private async sendOne(draft: ReportDraft): Promise<Failure | null> {
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

  private async withPhotos(draft: ReportDraft): Promise<ReportDraft> {
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

  private async uploaded({ communityId }: ReportDraft, photoKey: string): Promise<string> {
    try {
      return await this.upload.send({ communityId, key: photoKey, purpose: 'report' });
    } catch (error) {
      throw new PhotoFailed(failureOf(error), photoKey);
    }
  }

  private async ask(draft: ReportDraft, isAgain = false): Promise<Report> {
    this.parts.progress({ key: draft.key, photo: null });
    this.parts.replace({ ...draft, isAsked: true });
    try {
      return await this.parts.api.call(createReport, inputOf(draft), { key: draft.sendKey });
    } catch (error) {
      if (isAgain || !arePhotosGone(failureOf(error))) throw error;
      // The cloud keeps photos that belong to nothing for some days only: after a long wait they are sent anew.
      const bare = { ...draft, photos: draft.photos.map((photo) => ({ ...photo, mediaId: null })) };
      this.parts.replace(bare);
      return this.ask(await this.withPhotos(bare), true);
    }
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
  private meant({ key, personId }: ReportDraft): ReportDraft {
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

function inputOf(draft: ReportDraft) {
  const { communityId, category, place, isAnonymous, startedAt } = draft;
  if (category === null || place === null) throw new CallFailed({ kind: 'broken' });
  const [words, placeText] = [draft.words.trim(), draft.placeText.trim()];
  return {
    communityId,
    category,
    mediaIds: draft.photos.flatMap(({ mediaId }) => mediaId ?? []),
    position: place.position,
    positionSource: place.source,
    isAnonymous,
    writtenAt: startedAt,
    ...(words && { words }),
    ...(placeText && { placeText }),
  };
}
