import { makeAutoObservable, observable, observableRef, runInAction } from 'mobx';
import {
  caseLimits,
  getCase,
  listReplyTemplates,
  type CaseRow,
  type ReplyTemplate,
} from '../../../contract/report-cases';
import { moveReports } from '../../../contract/report-moves';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { emptyForm, isComplete, type MoveForm } from './move-form';
import type { TriageStore } from './triage-store';

export type BulkAction = 'assign' | 'reject' | 'refer';

/** Several cases chosen, and the same done to all of them; each is answered for by itself. */
export class BulkStore {
  readonly chosen = observable.set<string>();
  /** Why one was not moved, in the cloud's words. */
  readonly problems = observable.map<string, string>();
  /** What is being filled in. */
  action: BulkAction | null = null;
  form: MoveForm = emptyForm;
  isWorking = false;
  failure: Failure | null = null;
  /** How the last one went. */
  result: { readonly moved: number; readonly failed: number } | null = null;

  readonly templates: Remote<readonly ReplyTemplate[]>;

  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly triage: TriageStore,
  ) {
    this.templates = new Remote(root.parts);
    makeAutoObservable<BulkStore, 'root' | 'triage' | 'key'>(
      this,
      {
        root: false,
        triage: false,
        key: false,
        chosen: false,
        problems: false,
        templates: false,
        form: observableRef,
        failure: observableRef,
        result: observableRef,
      },
      { autoBind: true },
    );
  }

  /** Of those on view. */
  get rows(): readonly CaseRow[] {
    return this.triage.rows.filter(({ id }) => this.chosen.has(id));
  }

  get isFull(): boolean {
    return this.chosen.size >= caseLimits.bulk;
  }

  get areAllChosen(): boolean {
    const { rows } = this.triage;
    return rows.length > 0 && rows.every(({ id }) => this.chosen.has(id));
  }

  get canSend(): boolean {
    return this.action !== null && this.rows.length > 0 && isComplete(this.action, this.form);
  }

  toggle(id: string): void {
    this.result = null;
    this.key = null;
    if (this.chosen.delete(id)) this.problems.delete(id);
    else if (!this.isFull) this.chosen.add(id);
  }

  toggleAll(): void {
    if (this.areAllChosen) return this.clear();
    this.result = null;
    this.key = null;
    for (const { id } of this.triage.rows) if (!this.isFull) this.chosen.add(id);
  }

  clear(): void {
    this.chosen.clear();
    this.problems.clear();
    this.result = null;
    this.key = null;
  }

  begin(action: BulkAction): void {
    this.action = action;
    this.failure = null;
    this.key = null;
    if (action !== 'assign') void this.loadTemplates();
  }

  /** What was written stays for the next time. */
  close(): void {
    this.action = null;
  }

  write(change: Partial<MoveForm>): void {
    this.form = { ...this.form, ...change };
    this.key = null;
  }

  /** Those that were not moved stay chosen, with the reason. */
  async send(): Promise<void> {
    const { action, rows } = this;
    if (!action || !this.canSend || this.isWorking) return;
    this.isWorking = true;
    this.failure = null;
    this.key ??= newKey(this.root.parts.clock.now());
    try {
      const { items } = await this.root.api.call(
        moveReports,
        {
          communityId: this.triage.communityId,
          items: rows.map(({ id, version }) => ({ reportId: id, version })),
          move: this.move(action),
        },
        { key: this.key },
      );
      runInAction(() => this.take(items));
      await Promise.all([...this.problems.keys()].map((id) => this.freshen(id)));
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private loadTemplates(): Promise<void> {
    const { communityId } = this.triage;
    return this.templates.load({
      key: 'templates',
      copy: () => null,
      read: async () => (await this.root.api.call(listReplyTemplates, { communityId })).items,
    });
  }

  private move(action: BulkAction) {
    const { assignee, receiver } = this.form;
    const words = this.form.words.trim();
    if (action === 'reject') return { action, reason: words };
    if (action === 'refer') return { action, receiver: receiver.trim(), reason: words };
    if (!assignee) throw new Error('The form is not complete');
    return { action, assignee, ...(words && { words }) };
  }

  private take(
    items: readonly { reportId: string; moved: CaseRow | null; problem: { detail: string } | null }[],
  ): void {
    this.problems.clear();
    for (const { reportId, moved, problem } of items) {
      if (moved) {
        this.chosen.delete(reportId);
        this.triage.show(moved);
      } else if (problem) this.problems.set(reportId, problem.detail);
    }
    const failed = items.filter(({ moved }) => !moved).length;
    this.result = { moved: items.length - failed, failed };
    this.action = null;
    this.form = emptyForm;
    this.key = null;
  }

  /** Somebody else may have moved it: the row says how it stands, and keeps its place. */
  private async freshen(reportId: string): Promise<void> {
    const ids = { communityId: this.triage.communityId, reportId };
    try {
      this.triage.show(await this.root.api.call(getCase, ids));
    } catch {
      // The reason is shown already.
    }
  }
}
