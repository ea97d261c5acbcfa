import { makeAutoObservable } from 'mobx';
import { Remote, type RemoteParts } from './remote';
import { monthAfter, today } from './ui/dates';

interface MonthlyParts<Figures> extends RemoteParts {
  /** Name of the device's copies; the month is added. */
  readonly name: string;
  /** @param month `YYYY-MM` */
  readonly read: (month: string) => Promise<Figures>;
}

/** Figures of one month, and of those before. */
export class Monthly<Figures> {
  readonly figures: Remote<Figures>;
  month: string;

  constructor(private readonly parts: MonthlyParts<Figures>) {
    this.figures = new Remote(parts);
    this.month = this.running;
    makeAutoObservable<Monthly<Figures>, 'parts'>(this, { parts: false, figures: false }, { autoBind: true });
  }

  /** The month that is not over yet. */
  get running(): string {
    return today(this.parts.clock.now()).slice(0, 7);
  }

  get isRunning(): boolean {
    return this.month >= this.running;
  }

  load(): Promise<void> {
    const { month } = this;
    const { name, read } = this.parts;
    return this.figures.load({ key: month, copy: () => `${name}.${month}`, read: () => read(month) });
  }

  go(months: number): Promise<void> {
    this.month = monthAfter(this.month, months);
    return this.load();
  }
}
