import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  agreeToNotice,
  answerConsent,
  listMyConsents,
  privacyNoticeVersion,
  type ConsentPurpose,
  type ConsentState,
  type Consents,
} from '../../contract/consents';
import type { Api } from '../api';
import { failureOf, type Failure } from '../failure';
import { Remote, type RemoteParts } from '../remote';
import type { SessionsStore } from '../sessions/store';
import type { SettingsStore } from '../settings/store';

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly sessions: SessionsStore;
  readonly settings: SettingsStore;
}

/** What its person agreed to, as the cloud has it. The use of the position is answered on the device first. */
export class ConsentsStore {
  readonly mine: Remote<Consents>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(private readonly parts: Parts) {
    this.mine = new Remote(parts);
    makeAutoObservable<ConsentsStore, 'parts'>(
      this,
      { mine: false, parts: false, failure: observableRef },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    await this.mine.load({
      key: 'consents',
      copy: () => 'consents',
      read: () => api.call(listMyConsents, {}),
    });
    await this.sharePosition();
  }

  stateOf(purpose: ConsentPurpose): ConsentState {
    return this.mine.data?.items.find((one) => one.purpose === purpose)?.state ?? 'unasked';
  }

  /** True when the cloud has the answer. */
  answer(purpose: ConsentPurpose, isGiven: boolean): Promise<boolean> {
    const { api } = this.parts;
    return this.work(() =>
      api.call(answerConsent, { purpose, isGiven, noticeVersion: privacyNoticeVersion }),
    );
  }

  /** To the notice as this version of the app shows it. */
  agreeToNotice(): Promise<boolean> {
    this.parts.settings.agreeToPrivacy();
    return this.work(() => this.parts.api.call(agreeToNotice, { noticeVersion: privacyNoticeVersion }));
  }

  forgetPerson(): void {
    this.mine.reset();
  }

  /** What was answered on the device, while there was no way to the cloud or nobody signed in. */
  private async sharePosition(): Promise<void> {
    const { position } = this.parts.settings.consents;
    if (position === 'unasked' || !this.mine.data) return;
    const isGiven = position === 'given';
    if ((this.stateOf('position') === 'given') === isGiven && this.stateOf('position') !== 'unasked') return;
    await this.answer('position', isGiven);
  }

  private async work(ask: () => Promise<Consents>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      const consents = await ask();
      this.mine.take(consents);
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
