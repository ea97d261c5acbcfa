import { makeAutoObservable } from 'mobx';
import { listGridTasks, type GridTask, type GridTaskKind } from '../../../contract/report-checks';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { KeptWork } from '../kept-work';
import { taskCopy } from './shown-task';

const listLimit = 20;

/** What a grid member has to do, and could look at. */
export class TasksStore {
  kind: GridTaskKind;
  /** Of these something is written that the cloud has not got. */
  begun: ReadonlySet<string>;

  private readonly lists: Readonly<Record<GridTaskKind, RemoteList<GridTask>>>;
  private readonly kept: KeptWork;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
    kind: GridTaskKind,
  ) {
    this.kind = kind;
    this.lists = { assigned: new RemoteList(root.parts), verify: new RemoteList(root.parts) };
    this.kept = new KeptWork(root.device.storage, root.sessions.me?.id ?? '');
    this.kept.dropOld(root.parts.clock.now());
    this.begun = this.kept.reports();
    makeAutoObservable<TasksStore, 'root' | 'communityId' | 'lists' | 'kept'>(
      this,
      { root: false, communityId: false, lists: false, kept: false, tasks: false },
      { autoBind: true },
    );
  }

  get tasks(): RemoteList<GridTask> {
    return this.lists[this.kind];
  }

  async load(): Promise<void> {
    const { communityId, kind } = this;
    const { api, whereabouts } = this.root;
    const from = whereabouts.asked;
    this.begun = this.kept.reports();
    await this.lists[kind].load({
      key: JSON.stringify(from),
      copy: () => `grid-tasks.${communityId}.${kind}`,
      readPage: (cursor) =>
        api.call(listGridTasks, { communityId, kind, ...from, limit: listLimit, ...(cursor && { cursor }) }),
    });
  }

  choose(kind: GridTaskKind): Promise<void> {
    this.kind = kind;
    return this.load();
  }

  /** Its page has something to show where there is no network. */
  keepCopy(task: GridTask): void {
    taskCopy.keep(this.root.parts.cache, this.communityId, task);
  }
}
