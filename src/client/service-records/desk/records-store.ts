import { makeAutoObservable } from 'mobx';
import { gradeService, listServiceRecords } from '../../../contract/service-desk';
import type { ServedRecord, ServiceGrade } from '../../../contract/service-records';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { monthAfter, today } from '../../ui/dates';
import { Working } from '../../working';

interface Total {
  readonly minutes: number;
  readonly times: number;
}

/** The last day of `2026-11`. */
function endOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** What was recorded in a month, and how volunteers served. */
export class RecordsStore {
  readonly rows: RemoteList<ServedRecord>;
  readonly working: Working;
  month: string;
  total: Total | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.rows = new RemoteList(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    this.month = this.running;
    makeAutoObservable<RecordsStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, rows: false, working: false },
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

  go(months: number): Promise<void> {
    this.month = monthAfter(this.month, months);
    return this.load();
  }

  load(): Promise<void> {
    const { communityId, month } = this;
    return this.rows.load({
      key: month,
      copy: () => null,
      readPage: async (cursor) => {
        const span = { from: `${month}-01`, to: endOf(month), ...(cursor && { cursor }) };
        const page = await this.root.api.call(listServiceRecords, { communityId, ...span });
        this.count(page.total);
        return page;
      },
    });
  }

  /** True when the cloud has it. */
  grade({ id: recordId, version }: ServedRecord, grade: ServiceGrade, words: string): Promise<boolean> {
    const { communityId } = this;
    return this.working.on(`grade ${recordId} ${grade} ${words}`, async () => {
      const input = { communityId, recordId, grade, words: words.trim(), version };
      const graded = await this.root.api.call(gradeService, input);
      await this.rows.amend((row) => (row.id === graded.id ? graded : row));
    });
  }

  private count(total: Total): void {
    this.total = total;
  }
}
