import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  checkInLimits,
  checkInProblems,
  createCheckIn,
  listMyCheckIns,
  type CheckIn,
} from '../../contract/check-ins';
import { codeProblems, parseCode } from '../../contract/codes';
import { problems } from '../../contract/http';
import type { Api } from '../api';
import { failureOf, isWorthRetrying, refusalOf, type Failure } from '../failure';
import { newKey } from '../idempotency-key';
import type { Platform } from '../platform/platform';
import type { Remote, RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { PersonChange, SessionsStore } from '../sessions/store';
import type { SettingsStore } from '../settings/store';
import type { WhereaboutsStore } from '../whereabouts/store';
import { keepQueue, restoreQueue, type QueuedCheckIn } from './queue';

export type { QueuedCheckIn } from './queue';

const positionTimeoutMs = 10_000;
const retryAfterMs = 30_000;

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  readonly settings: SettingsStore;
  readonly whereabouts: WhereaboutsStore;
}

export type LastCheckIn = { readonly checkIn: CheckIn } | { readonly queued: QueuedCheckIn };

/** Checking in, also without a network: every tap is sent in order, exactly once, and done only when the cloud says so. */
export class CheckInsStore {
  isWorking = false;
  failure: Failure | null = null;
  /** What the last tap came to. */
  last: LastCheckIn | null = null;
  /** False when this device has no room left for the queue: it is lost when the app is closed. */
  isQueueKept = true;

  private all: readonly QueuedCheckIn[];
  /** Whose queue is shown; after a session has run out, still that person's. */
  private ownerId: string | null;
  private sending: Promise<void> | null = null;
  private cancelRetry: () => void = () => undefined;
  private readonly pages: RemoteList<CheckIn>;

  constructor(private readonly parts: Parts) {
    this.all = restoreQueue(parts.device.storage);
    this.ownerId = parts.sessions.me?.id ?? null;
    this.pages = new RemoteList(parts);
    makeAutoObservable<CheckInsStore, 'parts' | 'pages' | 'all' | 'sending' | 'cancelRetry'>(
      this,
      {
        all: observableRef,
        failure: observableRef,
        last: observableRef,
        parts: false,
        pages: false,
        sending: false,
        cancelRetry: false,
      },
      { autoBind: true },
    );
  }

  /** Mine, the newest first. */
  get mine(): Remote<readonly CheckIn[]> {
    return this.pages.rows;
  }

  get hasMore(): boolean {
    return this.pages.hasMore;
  }

  get isLoadingMore(): boolean {
    return this.pages.isLoadingMore;
  }

  /** Why the next page did not come. */
  get moreFailure(): Failure | null {
    return this.pages.moreFailure;
  }

  /** What waits or was refused, in the order of the taps. */
  get queue(): readonly QueuedCheckIn[] {
    return this.all.filter(({ personId }) => personId === null || personId === this.ownerId);
  }

  /** Something waits that only a signed-in person can send. */
  get needsSignIn(): boolean {
    return !this.parts.sessions.isSignedIn && this.queue.some(({ state }) => state !== 'refused');
  }

  async loadMine(): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    await this.pages.load({
      key: 'mine',
      copy: () => 'check-ins.mine',
      readPage: (cursor) => api.call(listMyCheckIns, { ...(cursor && { cursor }) }),
    });
  }

  loadMoreMine(): Promise<void> {
    return this.pages.loadMore();
  }

  /** By a scanned or typed code. True when `last` says what came of it; false when `failure` does. */
  checkInByCode(text: string): Promise<boolean> {
    return this.tap(async (phoneTime) => {
      const code = codeIn(text);
      if (code === null) return refusalOf(codeProblems.code_unknown);
      const position = await this.parts.whereabouts.besideCode();
      return { label: code, input: { code, ...(position && { position }), phoneTime } };
    });
  }

  /** By position. True when `last` says what came of it; false when `failure` does (`position_missing`: ask for consent). */
  checkInAt(station: { readonly id: string; readonly name: string }): Promise<boolean> {
    return this.tap(async (phoneTime) => {
      if (this.parts.settings.consents.position !== 'given')
        return refusalOf(checkInProblems.position_missing);
      try {
        const position = await this.parts.device.location.locate({ timeoutMs: positionTimeoutMs });
        return { label: station.name, input: { stationId: station.id, position, phoneTime } };
      } catch {
        return refusalOf(checkInProblems.position_inaccurate);
      }
    });
  }

  /** Sends what waits, in order, one at a time; stops where the cloud cannot be asked. */
  sendQueue(): Promise<void> {
    if (!this.sending && this.nextWaiting()) this.sending = this.sendAll();
    return this.sending ?? Promise.resolve();
  }

  /** The person has read why it was refused, or gives it up. What is being sent right now stays. */
  discard(key: string): void {
    this.setAll(this.all.filter((queued) => queued.key !== key || queued.state === 'sending'));
  }

  changePerson({ to, isExpired }: PersonChange): void {
    this.pages.reset();
    if (!isExpired) this.ownerId = to;
    if (!isExpired) this.last = null;
    if (to === null) return;
    const tooOld = this.parts.clock.now() - checkInLimits.maxAgeHours * 3_600_000;
    const own = this.all.map((queued) => (queued.personId === null ? { ...queued, personId: to } : queued));
    this.setAll(own.filter(({ personId, phoneTime }) => personId === to || Date.parse(phoneTime) > tooOld));
    void this.sendQueue();
  }

  private async tap(
    prepare: (phoneTime: string) => Promise<Failure | Pick<QueuedCheckIn, 'label' | 'input'>>,
  ): Promise<boolean> {
    if (this.isWorking) return false;
    const { clock, sessions } = this.parts;
    this.isWorking = true;
    this.failure = null;
    this.last = null;
    const key = newKey(clock.now());
    const phoneTime = new Date(clock.now()).toISOString();
    const personId = sessions.me?.id ?? null;
    const prepared = await prepare(phoneTime);
    if ('kind' in prepared) return this.finish({ failure: prepared });
    const queued = { key, personId, phoneTime, state: 'waiting', failure: null, ...prepared } as const;
    // Of the taps before signing in only the last is meant.
    const before = personId === null ? this.all.filter((other) => other.personId !== null) : this.all;
    runInAction(() => this.setAll([...before, queued]));
    if (!sessions.isSignedIn) return this.finish({ failure: refusalOf(problems.unauthenticated) });
    await this.sendQueue();
    return this.outcomeOf(key);
  }

  /** A tap refused while its person looks on is told at once; it need not be kept. */
  private outcomeOf(key: string): boolean {
    const left = this.all.find((queued) => queued.key === key);
    if (left?.state === 'refused') {
      this.discard(key);
      return this.finish({ failure: left.failure ?? undefined });
    }
    if (left && !this.parts.sessions.isSignedIn)
      return this.finish({ failure: refusalOf(problems.unauthenticated) });
    return this.finish(left ? { last: { queued: left } } : {});
  }

  private finish({ failure, last }: { failure?: Failure; last?: LastCheckIn }): boolean {
    this.isWorking = false;
    if (failure) this.failure = failure;
    if (last) this.last = last;
    return !failure;
  }

  private async sendAll(): Promise<void> {
    this.cancelRetry();
    let hasAnswer = false;
    for (let next = this.nextWaiting(); next; next = this.nextWaiting()) {
      if (!(await this.send(next))) break;
      hasAnswer = true;
    }
    this.sending = null;
    // What has left the queue is looked for in the list on view.
    if (hasAnswer && this.mine.status !== 'idle') void this.loadMine();
  }

  private nextWaiting(): QueuedCheckIn | undefined {
    const personId = this.parts.sessions.me?.id;
    return this.all.find((queued) => queued.personId === personId && queued.state === 'waiting');
  }

  /** Whether the next one may be sent. */
  private async send(queued: QueuedCheckIn): Promise<boolean> {
    this.replace({ ...queued, state: 'sending', failure: null });
    try {
      const checkIn = await this.parts.api.call(createCheckIn, queued.input, { key: queued.key });
      runInAction(() => {
        this.setAll(this.all.filter(({ key }) => key !== queued.key));
        if (this.ownerId === queued.personId) this.last = { checkIn };
      });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const canWait = isWorthRetrying(failure);
      this.replace({ ...queued, state: canWait ? 'waiting' : 'refused', failure });
      if (canWait) this.retryLater(failure);
      return !canWait;
    }
  }

  private retryLater(failure: Failure): void {
    const seconds = failure.kind === 'refused' ? failure.retryAfter : null;
    this.cancelRetry = this.parts.clock.after(seconds === null ? retryAfterMs : seconds * 1000, () => {
      void this.sendQueue();
    });
  }

  private replace(queued: QueuedCheckIn): void {
    this.setAll(this.all.map((other) => (other.key === queued.key ? queued : other)));
  }

  private setAll(all: readonly QueuedCheckIn[]): void {
    this.all = all;
    this.isQueueKept = keepQueue(this.parts.device.storage, all);
  }
}

function codeIn(text: string): string | null {
  try {
    return parseCode(text);
  } catch {
    return null;
  }
}
