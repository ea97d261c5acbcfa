import { makeAutoObservable } from 'mobx';
import { getReportFigures, type ReportFigures } from '../../../contract/report-figures';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { monthAfter, today } from '../../ui/dates';

/** What came of the hazards that were reported, month by month. */
export class FiguresStore {
  readonly figures: Remote<ReportFigures>;
  month: string;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.figures = new Remote(root.parts);
    this.month = this.running;
    makeAutoObservable<FiguresStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, figures: false },
      { autoBind: true },
    );
  }

  /** The month that is not over yet. */
  get running(): string {
    return today(this.root.parts.clock.now()).slice(0, 7);
  }

  get isRunning(): boolean {
    return this.month >= this.running;
  }

  load(): Promise<void> {
    const { communityId, month } = this;
    return this.figures.load({
      key: month,
      copy: () => `report-figures-${communityId}-${month}`,
      read: () => this.root.api.call(getReportFigures, { communityId, month }),
    });
  }

  go(months: number): Promise<void> {
    this.month = monthAfter(this.month, months);
    return this.load();
  }
}
