import { makeAutoObservable, observable, observableRef, runInAction, type ObservableMap } from 'mobx';
import {
  getRequestCase,
  listRequestAssignees,
  type RequestAssignees,
  type RequestCase,
  type RequestCaseAction,
} from '../../../contract/request-cases';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { SessionKept } from '../../session-kept';
import { emptyForm, isComplete, sendMove, type MoveForm } from './move-form';
import { happenedSince } from './what-happened';

type Forms = ObservableMap<RequestCaseAction, MoveForm>;

/** Of each case: another may be looked at meanwhile. */
const written = new SessionKept<Forms>();

interface Ids {
  readonly communityId: string;
  readonly requestId: string;
}

interface Around {
  readonly whenChanged: (changed: RequestCase) => void;
  /** It is others' to see from now on. */
  readonly whenGiven: () => void;
}

/** One request on the desk, and what is being done about it. What is written for a move outlives every failure. */
export class RequestCaseStore {
  readonly case: Remote<RequestCase>;
  readonly assignees: Remote<RequestAssignees>;
  /** The move whose form is open. */
  action: RequestCaseAction | null = null;
  isWorking = false;
  failure: Failure | null = null;
  /** What others did to it while something was written; null where nobody was quicker. */
  happened: readonly string[] | null = null;

  private readonly forms: Forms;
  private key: string | null = null;

  constructor(
    private readonly root: RootStore,
    readonly ids: Ids,
    private readonly around: Around,
  ) {
    this.forms = written.of(root, ids.requestId, () => observable.map({}, { deep: false }));
    this.case = new Remote(root.parts);
    this.assignees = new Remote(root.parts);
    makeAutoObservable<RequestCaseStore, 'root' | 'around' | 'key' | 'forms'>(
      this,
      {
        root: false,
        ids: false,
        around: false,
        key: false,
        forms: false,
        case: false,
        assignees: false,
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

  get canSend(): boolean {
    return this.action !== null && this.isStillPossible && isComplete(this.action, this.form);
  }

  load(): Promise<void> {
    return this.case.load({
      key: 'case',
      // What others told in confidence is not kept on a device.
      copy: () => null,
      read: () => this.root.api.call(getRequestCase, this.ids),
    });
  }

  loadAssignees(): Promise<void> {
    return this.assignees.load({
      key: 'assignees',
      copy: () => null,
      read: () => this.root.api.call(listRequestAssignees, this.ids),
    });
  }

  begin(action: RequestCaseAction): void {
    this.action = action;
    this.forget();
    if (action === 'assign') void this.loadAssignees();
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
  async send(mediaIds: readonly string[] = []): Promise<boolean> {
    const { action, form, ids, root, canSend } = this;
    const before = this.case.data;
    if (!action || !before || !canSend || this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    this.happened = null;
    this.key ??= newKey(root.parts.clock.now());
    try {
      const { version } = before;
      const moved = await sendMove[action](root.api, { ...ids, version, form, mediaIds, key: this.key });
      runInAction(() => this.done(action, moved));
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

  private done(action: RequestCaseAction, moved: RequestCase | null): void {
    this.key = null;
    this.forms.delete(action);
    // Another form may be open by now.
    if (this.action === action) this.action = null;
    if (!moved) {
      this.around.whenGiven();
      return;
    }
    this.case.take(moved);
    this.around.whenChanged(moved);
  }

  private forget(): void {
    this.failure = null;
    this.happened = null;
    this.key = null;
  }

  /** Somebody else was quicker: what they did is said, and the next try goes by what holds now. */
  private async learn(before: RequestCase): Promise<void> {
    this.key = null;
    await this.load();
    const now = this.case.data;
    if (!now || now.version === before.version) return;
    runInAction(() => (this.happened = happenedSince(before, now)));
    this.around.whenChanged(now);
  }
}
