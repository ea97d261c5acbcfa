import { makeAutoObservable } from 'mobx';
import {
  cancelSignUp,
  createSignUp,
  getActivity,
  type Activity,
  type QuestionAnswer,
  type SignUp,
} from '../../../contract/activities';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

/** One activity as a rider has it, and their own sign-up for it. */
export class ActivityStore {
  readonly activity: Remote<Activity>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    readonly activityId: string,
  ) {
    this.activity = new Remote(root.parts);
    this.working = new Working(root.parts.clock.now);
    makeAutoObservable<ActivityStore, 'root'>(
      this,
      { root: false, activityId: false, activity: false, working: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { activityId } = this;
    return this.activity.load({
      key: activityId,
      copy: () => `activities.one.${activityId}`,
      read: () => this.root.api.call(getActivity, { activityId }),
    });
  }

  /** What became of it: a place or one on the waitlist; null where the cloud did not take it. */
  async signUp(answers: readonly QuestionAnswer[], hasAgreedToRisk: boolean): Promise<SignUp | null> {
    const { activityId } = this;
    const body = { answers: [...answers], ...(hasAgreedToRisk && { hasAgreedToRisk }) };
    let made: SignUp | null = null;
    await this.working.on(JSON.stringify(body), async (key) => {
      made = await this.root.api.call(createSignUp, { activityId, ...body }, { key });
    });
    // Also where it was refused: the places may be gone, or the sign-up be over.
    await this.load();
    return made;
  }

  /** True when the place is free for others. */
  async cancel(): Promise<boolean> {
    const signUpId = this.activity.data?.mine?.id;
    if (!signUpId) return false;
    const isDone = await this.working.on(`cancel ${signUpId}`, async () => {
      await this.root.api.call(cancelSignUp, { signUpId });
    });
    await this.load();
    return isDone;
  }
}
