import { makeAutoObservable } from 'mobx';
import type { SignUpState } from '../../../contract/activities';
import {
  addSignUp,
  exportSignUps,
  getManagedActivity,
  listSignUps,
  removeSignUp,
  type ManagedActivity,
  type ManagedSignUp,
} from '../../../contract/activity-desk';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';
import { AnswersForm } from '../answers-form';

interface Ids {
  readonly communityId: string;
  readonly activityId: string;
}

/** Who comes to an activity. Nothing of it is kept on the device. */
export class SignUpsStore {
  readonly activity: Remote<ManagedActivity>;
  readonly pages: RemoteList<ManagedSignUp>;
  /** Of whom one signs up oneself. */
  readonly form: AnswersForm;
  readonly working: Working;
  state: SignUpState | 'any' = 'any';

  constructor(
    private readonly root: RootStore,
    readonly ids: Ids,
  ) {
    this.activity = new Remote(root.parts);
    this.pages = new RemoteList(root.parts);
    this.working = new Working(root.parts.clock.now);
    this.form = new AnswersForm({ questions: () => this.activity.data?.questions ?? [] });
    makeAutoObservable<SignUpsStore, 'root'>(
      this,
      { root: false, ids: false, activity: false, pages: false, form: false, working: false },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    await Promise.all([this.loadActivity(), this.loadPages()]);
  }

  show(state: SignUpState | 'any'): Promise<void> {
    this.state = state;
    return this.loadPages();
  }

  /** How it stands with them then; null where the cloud did not take it. */
  async add(personId: string): Promise<ManagedSignUp | null> {
    this.form.check();
    if (this.form.missing.length > 0) return null;
    const answers = this.form.sent;
    let added: ManagedSignUp | null = null;
    const isDone = await this.working.on(JSON.stringify([personId, answers]), async (key) => {
      added = await this.root.api.call(addSignUp, { ...this.ids, personId, answers }, { key });
    });
    if (isDone) await this.load();
    return added;
  }

  async remove(signUpId: string, reason: string): Promise<boolean> {
    const isDone = await this.working.on(`remove ${signUpId} ${reason}`, async () => {
      await this.root.api.call(removeSignUp, { ...this.ids, signUpId, reason });
    });
    if (isDone) await this.load();
    return isDone;
  }

  /** Hands the list over as a sheet: `unable` where the device cannot take it. */
  async export(): Promise<'done' | 'unable' | 'failed'> {
    const outcome = { isHandedOver: false };
    const isDone = await this.working.on('export', async () => {
      const file = await this.root.api.call(exportSignUps, this.ids);
      outcome.isHandedOver = await this.root.device.download.handOver(file);
    });
    if (!isDone) return 'failed';
    return outcome.isHandedOver ? 'done' : 'unable';
  }

  private loadActivity(): Promise<void> {
    return this.activity.load({
      key: this.ids.activityId,
      copy: () => null,
      read: () => this.root.api.call(getManagedActivity, this.ids),
    });
  }

  private loadPages(): Promise<void> {
    const { state } = this;
    return this.pages.load({
      key: state,
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listSignUps, {
          ...this.ids,
          ...(state !== 'any' && { state }),
          ...(cursor && { cursor }),
        }),
    });
  }
}
