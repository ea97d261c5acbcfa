import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  listPointRules,
  pointLimits,
  updatePointRules,
  type PointRules,
  type PointSource,
} from '../../../contract/points';
import { failureOf, isRefusedWith, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** A rule as it is typed. */
export interface RuleDraft {
  readonly source: PointSource;
  readonly points: string;
  readonly perDay: string;
}

/** A whole number between the two; null where it is none. */
function wholeIn(text: string, least: number, most: number): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return number >= least && number <= most ? number : null;
}

export const pointsOf = (text: string) => wholeIn(text, 0, pointLimits.points);
export const perDayOf = (text: string) => wholeIn(text, 1, pointLimits.perDay);

/** What earns how much in a community, being changed. */
export class RulesStore {
  readonly rules: Remote<PointRules>;
  isSaving = false;
  failure: Failure | null = null;
  /** Somebody was quicker: the next save is on top of theirs. */
  isOvertaken = false;
  /** Asked to be saved with something wrong in it. */
  isLooking = false;
  /** By source; what was not touched is as the cloud has it. */
  private typed: ReadonlyMap<PointSource, RuleDraft> = new Map();

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.rules = new Remote(root.parts);
    makeAutoObservable<RulesStore, 'root' | 'communityId' | 'typed'>(
      this,
      { root: false, communityId: false, rules: false, failure: observableRef, typed: observableRef },
      { autoBind: true },
    );
  }

  get drafts(): readonly RuleDraft[] {
    const items = this.rules.data?.items ?? [];
    return items.map(
      ({ source, points, perDay }) =>
        this.typed.get(source) ?? { source, points: String(points), perDay: String(perDay) },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.rules.load({
      key: 'rules',
      copy: () => null,
      read: () => this.root.api.call(listPointRules, { communityId }),
    });
  }

  write(draft: RuleDraft): void {
    this.typed = new Map([...this.typed, [draft.source, draft]]);
  }

  /** True when the cloud has it; what was typed stays otherwise. */
  async save(): Promise<boolean> {
    const { communityId } = this;
    const version = this.rules.data?.version;
    const rules = this.drafts.flatMap(({ source, ...draft }) => {
      const [points, perDay] = [pointsOf(draft.points), perDayOf(draft.perDay)];
      return points === null || perDay === null ? [] : [{ source, points, perDay }];
    });
    this.isLooking = rules.length < this.drafts.length;
    if (this.isSaving || this.isLooking || version === undefined) return false;
    this.isSaving = true;
    this.failure = null;
    this.isOvertaken = false;
    try {
      const saved = await this.root.api.call(updatePointRules, { communityId, rules, version });
      runInAction(() => {
        this.rules.take(saved);
        this.typed = new Map();
      });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      const isOvertaken = isRefusedWith(failure, 'conflict');
      if (isOvertaken) await this.load();
      runInAction(() => {
        this.failure = isOvertaken ? null : failure;
        this.isOvertaken = isOvertaken;
      });
      return false;
    } finally {
      runInAction(() => (this.isSaving = false));
    }
  }
}
