import { makeAutoObservable } from 'mobx';
import { listCases, type CaseRow } from '../../../contract/report-cases';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { questionOf } from './filters';
import { stages, statesOf, type Stage } from './stages';
import type { TriageStore } from './triage-store';

/** The desk by stages, each a list of its own; filtered as the list is, but for the state. */
export class BoardStore {
  readonly columns: Record<Stage, RemoteList<CaseRow>>;

  constructor(
    private readonly root: RootStore,
    private readonly triage: TriageStore,
  ) {
    const column = () => new RemoteList<CaseRow>(root.parts);
    this.columns = {
      triage: column(),
      assigned: column(),
      working: column(),
      waiting: column(),
      resolved: column(),
      reopening: column(),
    };
    makeAutoObservable<BoardStore, 'root' | 'triage'>(
      this,
      { root: false, triage: false, columns: false },
      { autoBind: true },
    );
  }

  load(): Promise<unknown> {
    return Promise.all(stages.map((stage) => this.loadColumn(stage)));
  }

  loadColumn(stage: Stage): Promise<void> {
    const { communityId, filters } = this.triage;
    const question = { ...questionOf(filters, statesOf[stage]), order: filters.order };
    return this.columns[stage].load({
      key: JSON.stringify(question),
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listCases, { communityId, ...question, ...(cursor && { cursor }) }),
    });
  }
}
