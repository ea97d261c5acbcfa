import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  closeActivityDay,
  listAttendances,
  setActivityDay,
  type Conflict,
  type DayList,
  type DayRow,
  type Mark,
} from '../../../contract/attendance-days';
import type { AttendanceKind } from '../../../contract/attendances';
import { forgiveNoShow } from '../../../contract/no-shows';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { waitingMarks, type Queued } from '../queue';
import type { AttendancesStore } from '../store';
import { withMarks } from './overlay';
import { listTexts as texts } from './texts';

const lookEveryMs = 10_000;

/** Who came and who went, as the cloud says and as this phone has it to say. The page calls `start` and `stop`. */
export class ListStore {
  readonly list: Remote<DayList>;
  kind: AttendanceKind = 'in';
  isWorking = false;
  failure: Failure | null = null;
  /** What others had said differently. */
  conflicts: readonly Conflict[] = [];

  private cancel: () => void = () => undefined;
  private unlisten: () => void = () => undefined;
  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly attendances: AttendancesStore,
    private readonly ids: { readonly communityId: string; readonly activityId: string },
  ) {
    this.list = new Remote(root.parts);
    makeAutoObservable<ListStore, 'root' | 'attendances' | 'ids' | 'cancel' | 'unlisten' | 'key'>(
      this,
      {
        root: false,
        attendances: false,
        ids: false,
        cancel: false,
        unlisten: false,
        key: false,
        list: false,
        failure: observableRef,
        conflicts: observableRef,
      },
      { autoBind: true },
    );
  }

  get queue(): readonly Queued[] {
    return this.attendances.ofActivity(this.ids.activityId);
  }

  /** null until something is known. */
  get shown(): DayList | null {
    const { data } = this.list;
    return data && withMarks(data, waitingMarks(this.attendances.queue, this.ids.activityId));
  }

  get waiting(): ReadonlySet<string> {
    const marks = waitingMarks(this.attendances.queue, this.ids.activityId);
    return new Set(marks.map(({ personId }) => personId));
  }

  /** People without the app, those that wait on this phone among them. */
  get tallied(): number {
    const waiting = this.queue.map(({ work, state }) =>
      work.kind === 'tally' && state !== 'refused' ? work.input.people : 0,
    );
    return waiting.reduce((sum, people) => Math.max(0, sum + people), this.list.data?.walkIns ?? 0);
  }

  /** Whom a tap for all is about. */
  get open(): readonly DayRow[] {
    const rows = this.shown?.rows ?? [];
    return this.kind === 'in'
      ? rows.filter(({ came }) => !came)
      : rows.filter(({ came, left }) => came && !left);
  }

  start(): void {
    this.stop();
    this.unlisten = this.attendances.listen(({ list, conflicts }) => {
      if (list.activity.id !== this.ids.activityId) return;
      this.list.take(list);
      runInAction(() => (this.conflicts = [...this.conflicts, ...conflicts]));
    });
    void this.look();
  }

  stop(): void {
    this.cancel();
    this.unlisten();
  }

  load(): Promise<void> {
    return this.list.load({
      key: this.ids.activityId,
      copy: () => `attendances.${this.ids.activityId}`,
      read: () => this.root.api.call(listAttendances, this.ids),
    });
  }

  choose(kind: AttendanceKind): void {
    this.kind = kind;
  }

  tick({ personId, nickname }: DayRow): void {
    this.attendances.mark(this.ids, [this.markOf(personId)], texts.labelOne(nickname, this.kind));
  }

  tickAll(): void {
    const marks = this.open.map(({ personId }) => this.markOf(personId));
    if (marks.length > 0) this.attendances.mark(this.ids, marks, texts.labelMany(marks.length, this.kind));
  }

  mend(marks: readonly Mark[], label: string): void {
    if (marks.length > 0) this.attendances.mark(this.ids, marks, label);
  }

  tally(people: number): void {
    this.attendances.tally(this.ids, people, texts.labelTally(people));
  }

  allowWalkIns(isWalkInAllowed: boolean): Promise<boolean> {
    return this.change(() => this.root.api.call(setActivityDay, { ...this.ids, isWalkInAllowed }));
  }

  close(): Promise<boolean> {
    return this.change((key) => this.root.api.call(closeActivityDay, this.ids, { key }));
  }

  /** One's own no-show is for others to judge. */
  isOwn({ personId }: Pick<DayRow, 'personId'>): boolean {
    return this.root.sessions.me?.id === personId;
  }

  forgive(personId: string, reason: string): Promise<boolean> {
    return this.change(async (key) => {
      await this.root.api.call(forgiveNoShow, { ...this.ids, personId, reason }, { key });
      return this.root.api.call(listAttendances, this.ids);
    });
  }

  clearFailure(): void {
    this.failure = null;
  }

  clearConflicts(): void {
    this.conflicts = [];
  }

  private markOf(personId: string): Mark {
    const at = new Date(this.root.parts.clock.now()).toISOString();
    return { personId, kind: this.kind, mode: 'tick', at };
  }

  private async look(): Promise<void> {
    this.cancel();
    await this.load();
    this.cancel();
    this.cancel = this.root.parts.clock.after(lookEveryMs, () => void this.look());
  }

  private async change(ask: (key: string) => Promise<DayList>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    this.key ??= newKey(this.root.parts.clock.now());
    try {
      this.list.take(await ask(this.key));
      this.key = null;
      return true;
    } catch (error) {
      const failure = failureOf(error);
      // Said no to: what is tried next is another.
      if (failure.kind === 'refused') this.key = null;
      runInAction(() => (this.failure = failure));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
