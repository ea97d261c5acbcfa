import { makeAutoObservable } from 'mobx';
import type { PersonChange } from '../sessions/store';
import { forgetDayCodes } from './kept-codes';
import { countQueued } from './queue-keys';
import type { AttendancesParts, AttendancesStore } from './store';

/**
 * The way to the days of activities, small enough for the first page: the rest is loaded when something waits on this
 * phone, or a page of theirs opens.
 */
export class AttendancesDoor {
  /** What waits of the person shown. */
  queued: number;

  private store: AttendancesStore | null = null;

  constructor(private readonly parts: Omit<AttendancesParts, 'whenQueued'>) {
    this.queued = this.counted();
    makeAutoObservable<AttendancesDoor, 'parts' | 'store'>(
      this,
      { parts: false, store: false },
      { autoBind: true },
    );
  }

  /** For the pages, which have the store's code with them. */
  opened(make: (parts: AttendancesParts) => AttendancesStore): AttendancesStore {
    this.store ??= make({ ...this.parts, whenQueued: this.show });
    return this.store;
  }

  /** There may be a way to the cloud now. */
  async wake(): Promise<void> {
    if (this.counted() === 0) return;
    const { openAttendances } = await import('./store');
    await this.opened(openAttendances).send();
  }

  changePerson(change: PersonChange): void {
    const { from } = change;
    // Whoever leaves takes their keys along.
    if (from !== null && !change.isExpired) forgetDayCodes(this.parts.device.storage, from);
    if (this.store) this.store.changePerson(change);
    else this.show(this.counted());
    if (!this.store && change.to !== null) void this.wake();
  }

  private counted(): number {
    const { device, sessions } = this.parts;
    return sessions.me ? countQueued(device.storage, sessions.me.id) : 0;
  }

  private show(count: number): void {
    this.queued = count;
  }
}
