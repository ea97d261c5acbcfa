import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  getNoticePreferences,
  recordPushPermissions,
  setNoticePreferences,
  type NoticeKind,
  type NoticePreferences,
  type PermissionAnswer,
} from '../../../contract/notices';
import type { InputOf } from '../../../contract/http';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** What came of WeChat's own question. */
export type PermissionOutcome = PermissionAnswer | 'switched_off' | 'unavailable';

type Change = InputOf<NonNullable<(typeof setNoticePreferences)['schemas']>>;

/** What is sent to one's WeChat, and when not. */
export class PreferencesStore {
  readonly preferences: Remote<NoticePreferences>;
  isWorking = false;
  failure: Failure | null = null;
  /** Of the last question, and what it was asked for. */
  outcome: { kind: NoticeKind; was: PermissionOutcome } | null = null;

  constructor(private readonly root: RootStore) {
    this.preferences = new Remote(root.parts);
    makeAutoObservable<PreferencesStore, 'root'>(
      this,
      { root: false, preferences: false, failure: observableRef, outcome: observableRef },
      { autoBind: true },
    );
  }

  /** Whether WeChat can be asked here. */
  get canPush(): boolean {
    return this.root.device.pushPermission.isAvailable;
  }

  async load(): Promise<void> {
    if (!this.root.sessions.isSignedIn) return;
    await this.preferences.load({
      key: 'preferences',
      copy: () => 'notices.preferences',
      read: () => this.root.api.call(getNoticePreferences, {}),
    });
  }

  /** Straight from a tap: WeChat's question comes before anything else. */
  async turnOn(kind: NoticeKind): Promise<void> {
    if (await this.allowMore(kind)) await this.change({ kinds: [{ kind, isPushed: true }] });
  }

  turnOff(kind: NoticeKind): Promise<void> {
    return this.change({ kinds: [{ kind, isPushed: false }] });
  }

  setQuietHours(quietHours: NoticePreferences['quietHours']): Promise<void> {
    return this.change({ quietHours });
  }

  /** Straight from a tap. True when one more may be sent. */
  async allowMore(kind: NoticeKind): Promise<boolean> {
    const template = this.preferences.data?.kinds.find((one) => one.kind === kind)?.template;
    if (!template || this.isWorking) return false;
    const asked = this.root.device.pushPermission.ask([template]);
    this.isWorking = true;
    this.failure = null;
    this.outcome = null;
    const said = await asked;
    try {
      if (said === 'switched_off' || said === null || said.length === 0) {
        runInAction(() => (this.outcome = { kind, was: said === 'switched_off' ? said : 'unavailable' }));
        return false;
      }
      const key = newKey(this.root.parts.clock.now());
      this.preferences.take(await this.root.api.call(recordPushPermissions, { answers: [...said] }, { key }));
      const was = said[0]?.answer ?? 'unavailable';
      runInAction(() => (this.outcome = { kind, was }));
      return was === 'accept';
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private async change(change: Change): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.failure = null;
    try {
      this.preferences.take(await this.root.api.call(setNoticePreferences, change));
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
