import { makeAutoObservable } from 'mobx';
import type { AnswerOf } from '../../../contract/http';
import { forgiveNoShow, listSignUpPauses, type SignUpPause } from '../../../contract/no-shows';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

export type Pauses = AnswerOf<NonNullable<(typeof listSignUpPauses)['schemas']>>;

/** Whose signing up is paused, and what of it counts no more. */
export class PausesStore {
  readonly pauses: Remote<Pauses>;
  readonly working: Working;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pauses = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<PausesStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pauses: false, working: false },
      { autoBind: true },
    );
  }

  // Nothing of it is kept on the device: it is about others.
  load(): Promise<void> {
    return this.pauses.load({ key: this.communityId, copy: () => null, read: this.read });
  }

  /** One's own are for others to judge. */
  isOwn({ personId }: SignUpPause): boolean {
    return this.root.sessions.me?.id === personId;
  }

  /** Whether they may sign up again; null: it did not work. */
  async forgive({ personId }: SignUpPause, activityId: string, reason: string): Promise<boolean | null> {
    const input = { communityId: this.communityId, activityId, personId, reason };
    const isDone = await this.working.on(JSON.stringify(input), async (key) => {
      await this.root.api.call(forgiveNoShow, input, { key });
      this.pauses.take(await this.read());
    });
    if (!isDone) return null;
    return !this.pauses.data?.items.some((pause) => pause.personId === personId);
  }

  private read(): Promise<Pauses> {
    return this.root.api.call(listSignUpPauses, { communityId: this.communityId });
  }
}
