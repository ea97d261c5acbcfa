import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  listWorkingDays,
  removeWorkingDay,
  setWorkingDay,
  setWorkingHours,
  type WorkingYear,
} from '../../../contract/working-days';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** The calendar of a community, a year at a time; each change is the cloud's at once. */
export class DaysStore {
  readonly year: Remote<WorkingYear>;
  isWorking = false;
  failure: Failure | null = null;
  shownYear: number;
  /** 1 to 12 */
  shownMonth: number;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
    today: string,
  ) {
    this.year = new Remote(root.parts);
    this.shownYear = Number(today.slice(0, 4));
    this.shownMonth = Number(today.slice(5, 7));
    makeAutoObservable<DaysStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, year: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, shownYear } = this;
    return this.year.load({
      key: `${shownYear}`,
      copy: () => null,
      read: () => this.root.api.call(listWorkingDays, { communityId, year: shownYear }),
    });
  }

  turn(by: 1 | -1): Promise<void> {
    const months = this.shownYear * 12 + this.shownMonth - 1 + by;
    this.shownYear = Math.floor(months / 12);
    this.shownMonth = (months % 12) + 1;
    return this.load();
  }

  setDay(day: string, isWorking: boolean, note: string): Promise<boolean> {
    const { communityId } = this;
    const said = note.trim() || null;
    return this.change(() => this.root.api.call(setWorkingDay, { communityId, day, isWorking, note: said }));
  }

  /** As everybody has it. */
  removeDay(day: string): Promise<boolean> {
    const { communityId } = this;
    return this.change(() => this.root.api.call(removeWorkingDay, { communityId, day }));
  }

  /** The answer is about this year: the one on view is read again. */
  async setHours(opens: string, closes: string): Promise<boolean> {
    const { communityId, shownYear } = this;
    const { api } = this.root;
    return this.change(async () => {
      const answer = await api.call(setWorkingHours, { communityId, opens, closes });
      return answer.year === shownYear ? answer : api.call(listWorkingDays, { communityId, year: shownYear });
    });
  }

  clearFailure(): void {
    this.failure = null;
  }

  private async change(ask: () => Promise<WorkingYear>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      this.year.take(await ask());
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
