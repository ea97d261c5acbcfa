import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  getActivityCode,
  markAttendances,
  tallyActivityWalkIns,
  type Conflict,
  type DayList,
  type Mark,
} from '../../contract/attendance-days';
import {
  attendanceLimits,
  attendanceProblems,
  listMyDays,
  recordAttendance,
  type MyDay,
  type Recorded,
} from '../../contract/attendances';
import { parseDayCode } from '../../contract/codes';
import { problems } from '../../contract/http';
import type { Api } from '../api';
import { failureOf, isWorthRetrying, refusalOf, type Failure } from '../failure';
import { newKey } from '../idempotency-key';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';
import type { PersonChange, SessionsStore } from '../sessions/store';
import { keepDayCode, readDayCode, type KeptDayCode } from './kept-codes';
import { keepQueue, restoreQueue, type Queued, type Work } from './queue';
import { attendanceTexts as texts } from './texts';

const retryAfterMs = 30_000;

export interface AttendancesParts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  /** Told whenever something of the person shown waits or no longer does. */
  readonly whenQueued: (count: number) => void;
}

/** What the last scan came to. */
export type LastScan = { readonly recorded: Recorded } | { readonly queued: Queued };

/** The cloud's answer to what a leader said. */
export interface Answered {
  readonly list: DayList;
  readonly conflicts: readonly Conflict[];
}

/**
 * The days of activities, also without a network: every scan and every tick is sent in order, exactly once, and done
 * only when the cloud says so.
 */
export class AttendancesStore {
  isWorking = false;
  failure: Failure | null = null;
  last: LastScan | null = null;
  readonly days: Remote<readonly MyDay[]>;

  /** Those given while the app is open: what the phone keeps is not watched. */
  private codes: ReadonlyMap<string, KeptDayCode> = new Map();
  private all: readonly Queued[];
  /** Whose queue is shown; after a session has run out, still that person's. */
  private ownerId: string | null;
  private sending: Promise<void> | null = null;
  private cancelRetry: () => void = () => undefined;
  private readonly listeners = new Set<(answered: Answered) => void>();

  constructor(private readonly parts: AttendancesParts) {
    this.all = restoreQueue(parts.device.storage);
    this.ownerId = parts.sessions.me?.id ?? null;
    this.days = new Remote(parts);
    makeAutoObservable<AttendancesStore, 'parts' | 'all' | 'codes' | 'sending' | 'cancelRetry' | 'listeners'>(
      this,
      {
        all: observableRef,
        codes: observableRef,
        failure: observableRef,
        last: observableRef,
        days: false,
        parts: false,
        sending: false,
        cancelRetry: false,
        listeners: false,
      },
      { autoBind: true },
    );
  }

  /** What waits or was refused, in the order of the taps. */
  get queue(): readonly Queued[] {
    return this.all.filter(({ personId }) => personId === null || personId === this.ownerId);
  }

  get scans(): readonly Queued[] {
    return this.queue.filter(({ work }) => work.kind === 'scan');
  }

  /** A leader's, of one activity. */
  ofActivity(activityId: string): readonly Queued[] {
    return this.queue.filter(({ work }) => work.kind !== 'scan' && work.input.activityId === activityId);
  }

  async loadDays(): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    const read = async () => (await api.call(listMyDays, {})).items;
    await this.days.load({ key: 'days', copy: () => 'attendances.days', read });
    for (const { activity, isLeader } of this.days.data ?? [])
      if (isLeader) await this.prepare(activity.communityId, activity.id);
  }

  /** A leader's phone gets ahead of time what it makes its codes of; why not, where it can not. */
  async prepare(communityId: string, activityId: string): Promise<Failure | null> {
    const { api, clock, device, sessions } = this.parts;
    const personId = sessions.me?.id;
    if (personId === undefined) return null;
    try {
      const code = await api.call(getActivityCode, { communityId, activityId });
      const aheadMs = Date.parse(code.now) - clock.now();
      if (sessions.me?.id !== personId) return null;
      const kept = { ...code, aheadMs };
      keepDayCode(device.storage, personId, kept);
      runInAction(() => (this.codes = new Map(this.codes).set(activityId, kept)));
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  codeOf(activityId: string): KeptDayCode | null {
    const personId = this.parts.sessions.me?.id;
    if (personId === undefined) return null;
    return this.codes.get(activityId) ?? readDayCode(this.parts.device.storage, personId, activityId);
  }

  /** True when `last` says what came of it; false when `failure` does. */
  scan(text: string): Promise<boolean> {
    const code = parseDayCode(text);
    if (code === null)
      return Promise.resolve(this.finish({ failure: refusalOf(attendanceProblems.day_code_unknown) }));
    const label = code.startsWith('i') ? texts.scanIn : texts.scanOut;
    return this.tap(label, (phoneTime) => ({ code, phoneTime }));
  }

  type(activityId: string, title: string, digits: string): Promise<boolean> {
    return this.tap(title, (phoneTime) => ({ activityId, digits, phoneTime }));
  }

  /** Shown at once as said; the cloud's answer comes to those who listen. */
  mark(ids: { communityId: string; activityId: string }, marks: readonly Mark[], label: string): void {
    for (let from = 0; from < marks.length; from += attendanceLimits.marks)
      this.add(label, {
        kind: 'marks',
        input: { ...ids, marks: marks.slice(from, from + attendanceLimits.marks) },
      });
    void this.send();
  }

  tally(ids: { communityId: string; activityId: string }, people: number, label: string): void {
    this.add(label, { kind: 'tally', input: { ...ids, people } });
    void this.send();
  }

  listen(listener: (answered: Answered) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends what waits, in order, one at a time; stops where the cloud cannot be asked. */
  send(): Promise<void> {
    if (!this.sending && this.nextWaiting()) this.sending = this.sendAll();
    return this.sending ?? Promise.resolve();
  }

  /** The person has read why it was refused, or gives it up. What is being sent right now stays. */
  discard(key: string): void {
    this.setAll(this.all.filter((queued) => queued.key !== key || queued.state === 'sending'));
  }

  forgetLast(): void {
    this.last = null;
    this.failure = null;
  }

  changePerson({ to, isExpired }: PersonChange): void {
    this.days.reset();
    this.codes = new Map();
    if (!isExpired) this.ownerId = to;
    if (!isExpired) this.last = null;
    if (to === null) return;
    this.setAll(this.all.map((queued) => (queued.personId === null ? { ...queued, personId: to } : queued)));
    void this.send();
  }

  private async tap(
    label: string,
    inputOf: (phoneTime: string) => Extract<Work, { kind: 'scan' }>['input'],
  ): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    this.last = null;
    const phoneTime = new Date(this.parts.clock.now()).toISOString();
    const key = this.add(label, { kind: 'scan', input: inputOf(phoneTime) });
    if (!this.parts.sessions.isSignedIn) return this.finish({ failure: refusalOf(problems.unauthenticated) });
    await this.send();
    const left = this.all.find((queued) => queued.key === key);
    if (left?.state !== 'refused') return this.finish(left ? { last: { queued: left } } : {});
    // Refused while its person looks on: told at once, and not kept.
    this.discard(key);
    return this.finish({ failure: left.failure ?? undefined });
  }

  private finish({ failure, last }: { failure?: Failure | undefined; last?: LastScan }): boolean {
    runInAction(() => {
      this.isWorking = false;
      if (failure) this.failure = failure;
      if (last) this.last = last;
    });
    return !failure;
  }

  private add(label: string, work: Work): string {
    const { clock, sessions } = this.parts;
    const key = newKey(clock.now());
    const personId = sessions.me?.id ?? null;
    const at = new Date(clock.now()).toISOString();
    // Of the scans before signing in only the last is meant.
    const before = personId === null ? this.all.filter((other) => other.personId !== null) : this.all;
    this.setAll([...before, { key, personId, label, at, state: 'waiting', failure: null, work }]);
    return key;
  }

  private async sendAll(): Promise<void> {
    this.cancelRetry();
    for (let next = this.nextWaiting(); next; next = this.nextWaiting())
      if (!(await this.sendOne(next))) break;
    this.sending = null;
    if (this.days.status !== 'idle') void this.loadDays();
  }

  private nextWaiting(): Queued | undefined {
    const personId = this.parts.sessions.me?.id;
    return this.all.find((queued) => queued.personId === personId && queued.state === 'waiting');
  }

  /** Whether the next one may be sent. */
  private async sendOne(queued: Queued): Promise<boolean> {
    this.replace({ ...queued, state: 'sending', failure: null });
    try {
      await this.ask(queued);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const canWait = isWorthRetrying(failure);
      this.replace({ ...queued, state: canWait ? 'waiting' : 'refused', failure });
      if (canWait) this.retryLater(failure);
      return !canWait;
    }
  }

  private async ask({ key, personId, work }: Queued): Promise<void> {
    const { api } = this.parts;
    const isDone = () => this.setAll(this.all.filter((other) => other.key !== key));
    if (work.kind === 'scan') {
      const recorded = await api.call(recordAttendance, work.input, { key });
      runInAction(() => {
        isDone();
        if (this.ownerId === personId) this.last = { recorded };
      });
      return;
    }
    const answered =
      work.kind === 'marks'
        ? await api.call(markAttendances, work.input, { key })
        : { list: await api.call(tallyActivityWalkIns, work.input, { key }), conflicts: [] };
    runInAction(() => {
      isDone();
      for (const listener of this.listeners) listener(answered);
    });
  }

  private retryLater(failure: Failure): void {
    const wait = failure.kind === 'refused' && failure.retryAfter ? failure.retryAfter * 1000 : retryAfterMs;
    this.cancelRetry = this.parts.clock.after(wait, () => void this.send());
  }

  private replace(queued: Queued): void {
    this.setAll(this.all.map((other) => (other.key === queued.key ? queued : other)));
  }

  private setAll(all: readonly Queued[]): void {
    this.all = all;
    keepQueue(this.parts.device.storage, all);
    this.parts.whenQueued(this.queue.length);
  }
}

export const openAttendances = (parts: AttendancesParts): AttendancesStore => new AttendancesStore(parts);
