import { makeAutoObservable } from 'mobx';
import { problems } from '../../../contract/http';
import { getCase } from '../../../contract/report-cases';
import { listGridTasks, type GridTask, type GridTaskKind } from '../../../contract/report-checks';
import { failureOf, isRefusedWith } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { taskCopy, taskOfCase, taskOfRow, type FoundTask } from './shown-task';
import type { WorkAction } from './work';
import { WorkStore } from './work-store';

export interface TaskIds {
  readonly communityId: string;
  readonly reportId: string;
  readonly kind: GridTaskKind;
}

const pageLimit = 50;

/** One task of a grid member. */
export class TaskStore {
  readonly task: Remote<FoundTask>;
  readonly work: WorkStore;
  /** What was done last, and ended it for them. */
  ended: WorkAction | null = null;

  constructor(
    private readonly root: RootStore,
    readonly ids: TaskIds,
  ) {
    this.task = new Remote(root.parts);
    const { communityId, reportId } = ids;
    this.work = new WorkStore(
      root,
      { communityId, reportId },
      {
        version: () => this.task.data?.task?.version ?? null,
        whenDone: (action, answer) => this.take(action, answer),
        whenUnsure: () => void this.read(),
      },
    );
    makeAutoObservable<TaskStore, 'root'>(
      this,
      { root: false, ids: false, task: false, work: false },
      { autoBind: true },
    );
  }

  /** First of all what was sent before, and nobody heard what became of it. */
  async load(): Promise<void> {
    if (!(await this.work.settle())) await this.read();
  }

  private read(): Promise<void> {
    const { communityId, reportId, kind } = this.ids;
    return this.task.load({
      key: JSON.stringify(this.root.whereabouts.asked),
      copy: () => taskCopy.name(communityId, reportId),
      read: () => (kind === 'assigned' ? this.readCase() : this.readRow()),
    });
  }

  private async readCase(): Promise<FoundTask> {
    try {
      const { communityId, reportId } = this.ids;
      return { task: taskOfCase(await this.root.api.call(getCase, { communityId, reportId })) };
    } catch (error) {
      if (isRefusedWith(failureOf(error), problems.not_found.code)) return { task: null };
      throw error;
    }
  }

  /** What is to be looked at is known from the list alone. */
  private async readRow(cursor?: string): Promise<FoundTask> {
    const { api, whereabouts } = this.root;
    const { communityId, reportId, kind } = this.ids;
    const asked = { communityId, kind, ...whereabouts.asked, limit: pageLimit };
    const { items, nextCursor } = await api.call(listGridTasks, { ...asked, ...(cursor && { cursor }) });
    const row = items.find(({ id }) => id === reportId);
    if (row) return { task: taskOfRow(row) };
    return nextCursor === null ? { task: null } : this.readRow(nextCursor);
  }

  private take(action: WorkAction, answer: Parameters<typeof taskOfCase>[0] | GridTask): void {
    const isEnd = action === 'verify' || action === 'giveBack';
    this.ended = isEnd ? action : null;
    this.task.take({ task: isEnd || 'kind' in answer ? null : taskOfCase(answer) });
  }
}
