import { makeAutoObservable, runInAction } from 'mobx';
import {
  changeSignUpAnswers,
  getSignUp,
  type Activity,
  type Question,
  type SignUp,
} from '../../../contract/activities';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { answersOf, type Answers } from '../answers';
import { AnswersForm } from '../answers-form';
import { ActivityStore } from './activity-store';

/** The questions before a place is taken. What is filled in stays on the phone until the cloud has it. */
export class SignUpStore {
  readonly of: ActivityStore;
  /** What was answered before, where that is changed. */
  readonly before: Remote<SignUp>;
  readonly form: AnswersForm;
  hasAgreed = false;

  private hasTried = false;

  constructor(
    private readonly root: RootStore,
    activityId: string,
    readonly isChange: boolean,
  ) {
    this.of = new ActivityStore(root, activityId);
    this.before = new Remote(root.parts);
    this.form = new AnswersForm({
      questions: () => this.questions,
      whenAnswered: (answers) => root.parts.cache.write(this.draftName, answers),
    });
    this.form.begin(this.kept ?? {});
    makeAutoObservable<SignUpStore, 'root'>(
      this,
      { root: false, of: false, before: false, form: false, isChange: false },
      { autoBind: true },
    );
  }

  get activity(): Activity | null {
    return this.of.activity.data;
  }

  get questions(): readonly Question[] {
    return this.activity?.questions ?? [];
  }

  get isAgreementMissing(): boolean {
    return this.hasTried && this.mustAgree && !this.hasAgreed;
  }

  get mustAgree(): boolean {
    return !this.isChange && (this.activity?.isRisky ?? false);
  }

  get isWrong(): boolean {
    return this.form.missing.length > 0 || this.isAgreementMissing;
  }

  async load(): Promise<void> {
    await this.of.load();
    const signUpId = this.activity?.mine?.id;
    if (!this.isChange || !signUpId || this.before.data) return;
    await this.before.load({
      key: signUpId,
      copy: () => null,
      read: () => this.root.api.call(getSignUp, { signUpId }),
    });
    runInAction(() => {
      if (this.before.data) this.form.begin({ ...answersOf(this.before.data.answers), ...this.kept });
    });
  }

  agree(hasAgreed: boolean): void {
    this.hasAgreed = hasAgreed;
  }

  /** The sign-up as the cloud has it; null where something is missing or it was refused. */
  async send(): Promise<SignUp | null> {
    this.form.check();
    this.hasTried = true;
    if (this.isWrong) return null;
    const done = await (this.isChange ? this.change() : this.signUp());
    if (done) this.root.parts.cache.write(this.draftName, {});
    return done;
  }

  private get draftName(): string {
    return `activities.answers.${this.of.activityId}`;
  }

  private get kept(): Answers | null {
    return this.root.parts.cache.read<Answers>(this.draftName)?.data ?? null;
  }

  private signUp(): Promise<SignUp | null> {
    return this.of.signUp(this.form.sent, this.hasAgreed);
  }

  private async change(): Promise<SignUp | null> {
    const { data } = this.before;
    if (!data) return null;
    let changed: SignUp | null = null;
    const answers = this.form.sent;
    await this.of.working.on(`change ${JSON.stringify(answers)}`, async () => {
      const { id: signUpId, version } = data;
      changed = await this.root.api.call(changeSignUpAnswers, { signUpId, version, answers });
    });
    return changed;
  }
}
