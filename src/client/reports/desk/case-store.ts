import { makeAutoObservable, observable, observableRef, runInAction, type ObservableMap } from 'mobx';
import {
  getCase,
  getOriginalPhoto,
  listPossibleDuplicates,
  listReplyTemplates,
  type Case,
  type CaseDuplicate,
  type ReplyTemplate,
} from '../../../contract/report-cases';
import { mergeReport } from '../../../contract/report-moves';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { SessionKept } from '../../session-kept';
import { emptyForm, isComplete, type MoveAction, type MoveForm } from './move-form';
import { sendMove } from './moves';
import { happenedSince } from './what-happened';

type Forms = ObservableMap<MoveAction, MoveForm>;

/** Of each case: another may be looked at meanwhile. */
const written = new SessionKept<Forms>();

interface Ids {
  readonly communityId: string;
  readonly reportId: string;
}

/** One case on the desk, and what is being done about it. What is written for a move outlives every failure. */
export class CaseStore {
  readonly case: Remote<Case>;
  readonly duplicates: Remote<readonly CaseDuplicate[]>;
  readonly templates: Remote<readonly ReplyTemplate[]>;
  /** The move whose form is open. */
  action: MoveAction | null = null;
  isWorking = false;
  failure: Failure | null = null;
  /** What others did to it while something was written; null where nobody was quicker. */
  happened: readonly string[] | null = null;

  private readonly forms: Forms;
  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    readonly ids: Ids,
    private readonly whenChanged: (changed: Case) => void = () => undefined,
  ) {
    this.forms = written.of(root, ids.reportId, () => observable.map({}, { deep: false }));
    this.case = new Remote(root.parts);
    this.duplicates = new Remote(root.parts);
    this.templates = new Remote(root.parts);
    makeAutoObservable<CaseStore, 'root' | 'whenChanged' | 'key' | 'forms'>(
      this,
      {
        root: false,
        ids: false,
        whenChanged: false,
        key: false,
        forms: false,
        case: false,
        duplicates: false,
        templates: false,
        failure: observableRef,
        happened: observableRef,
      },
      { autoBind: true },
    );
  }

  get form(): MoveForm {
    return (this.action && this.forms.get(this.action)) ?? emptyForm;
  }

  /** What others did may have taken the move away. */
  get isStillPossible(): boolean {
    return this.action === null || this.case.data?.can[this.action] === true;
  }

  async load(): Promise<void> {
    await Promise.all([this.read(), this.loadDuplicates()]);
  }

  begin(action: MoveAction): void {
    this.action = action;
    this.forget();
    void this.loadTemplates();
  }

  /** What was written is there again when the form is opened again. */
  close(): void {
    this.action = null;
    this.forget();
  }

  write(change: Partial<MoveForm>): void {
    if (!this.action) return;
    this.forms.set(this.action, { ...this.form, ...change });
    this.key = null;
  }

  /** True when the cloud has done it. */
  async send(afterMediaIds: readonly string[] = []): Promise<boolean> {
    const { action, form, ids, root } = this;
    if (!action || !isComplete(action, form, afterMediaIds.length)) return false;
    const isDone = await this.change((version, key) =>
      sendMove[action](root.api, { ...ids, version, form, afterMediaIds, key }),
    );
    if (isDone) {
      runInAction(() => {
        this.forms.delete(action);
        this.action = null;
      });
    }
    return isDone;
  }

  /** This one, or the other, becomes part of what stays. */
  merge(duplicate: CaseDuplicate, stays: 'this' | 'other'): Promise<boolean> {
    const { communityId, reportId } = this.ids;
    const { api } = this.root;
    if (stays === 'other')
      return this.change((version, key) =>
        api.call(mergeReport, { ...this.ids, canonicalId: duplicate.id, version }, { key }),
      );
    return this.change(async (_, key) => {
      const other = { communityId, reportId: duplicate.id, version: duplicate.version };
      await api.call(mergeReport, { ...other, canonicalId: reportId }, { key });
      void this.loadDuplicates();
      return api.call(getCase, this.ids);
    });
  }

  /** Where it can be seen for a few minutes; null where not, and `failure` says why. */
  async originalOf(mediaId: string): Promise<string | null> {
    this.failure = null;
    try {
      return (await this.root.api.call(getOriginalPhoto, { ...this.ids, mediaId })).url;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      return null;
    }
  }

  forget(): void {
    this.failure = null;
    this.happened = null;
    this.key = null;
  }

  private async change(ask: (version: number, key: string) => Promise<Case>): Promise<boolean> {
    const before = this.case.data;
    if (!before || this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    this.happened = null;
    this.key ??= newKey(this.root.parts.clock.now());
    try {
      const changed = await ask(before.version, this.key);
      this.case.take(changed);
      this.key = null;
      this.whenChanged(changed);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (failure.kind === 'refused' && failure.status === 409) await this.learn(before);
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  /** Somebody else was quicker: what they did is said, and the next try goes by what holds now. */
  private async learn(before: Case): Promise<void> {
    this.key = null;
    await this.read();
    const now = this.case.data;
    if (!now || now.version === before.version) return;
    runInAction(() => (this.happened = happenedSince(before, now)));
    this.whenChanged(now);
  }

  private read(): Promise<void> {
    return this.case.load({
      key: 'case',
      copy: () => null,
      read: () => this.root.api.call(getCase, this.ids),
    });
  }

  private loadDuplicates(): Promise<void> {
    return this.duplicates.load({
      key: 'duplicates',
      copy: () => null,
      read: async () => (await this.root.api.call(listPossibleDuplicates, this.ids)).items,
    });
  }

  private async loadTemplates(): Promise<void> {
    const { communityId } = this.ids;
    await this.templates.load({
      key: 'templates',
      copy: () => null,
      read: async () => (await this.root.api.call(listReplyTemplates, { communityId })).items,
    });
  }
}
