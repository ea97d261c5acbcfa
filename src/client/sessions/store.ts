import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { problems } from '../../contract/http';
import { getMe, type Me } from '../../contract/people';
import {
  listDemoAccounts,
  sessionProblems,
  signInAsDemo,
  signInWithWechat,
  signOut,
  type DemoAccount,
  type Session,
} from '../../contract/sessions';
import type { Api } from '../api';
import type { Clock } from '../clock';
import { CallFailed, failureOf, refusalOf, type Failure } from '../failure';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';

const storageKey = 'session';

/** `expired`: the cloud ended it; the person did not ask to leave. */
export interface PersonChange {
  readonly from: string | null;
  readonly to: string | null;
  readonly isExpired: boolean;
}

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly whenPersonChanges: (change: PersonChange) => void;
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' && value !== null && 'token' in value && 'expiresAt' in value && 'me' in value;

function restored(device: Platform, clock: Clock): Session | null {
  const kept = device.storage.get(storageKey);
  return isSession(kept) && Date.parse(kept.expiresAt) > clock.now() ? kept : null;
}

/** Who uses the app. */
export class SessionsStore {
  isWorking = false;
  failure: Failure | null = null;
  readonly demoAccounts: Remote<readonly DemoAccount[]>;

  private session: Session | null;

  constructor(private readonly parts: Parts) {
    this.session = restored(parts.device, parts.clock);
    this.demoAccounts = new Remote(parts);
    makeAutoObservable<SessionsStore, 'session' | 'parts'>(
      this,
      { demoAccounts: false, parts: false, failure: observableRef, session: observableRef },
      { autoBind: true },
    );
  }

  get me(): Me | null {
    return this.session?.me ?? null;
  }

  get isSignedIn(): boolean {
    return this.session !== null;
  }

  /** For the API only. */
  get token(): string | null {
    return this.session?.token ?? null;
  }

  get canUseWechat(): boolean {
    return this.parts.device.wechatSignIn.isAvailable;
  }

  loadDemoAccounts(): Promise<void> {
    const { api } = this.parts;
    return this.demoAccounts.load({
      key: 'demo-accounts',
      copy: () => null,
      read: async () => (await api.call(listDemoAccounts, {})).items,
    });
  }

  signInWithWechat(): Promise<boolean> {
    return this.signIn(async () => {
      const code = await this.parts.device.wechatSignIn.code();
      if (code === null) throw new CallFailed(refusalOf(sessionProblems.wechat_unavailable));
      return this.parts.api.call(signInWithWechat, { code });
    });
  }

  signInAsDemo(account: string): Promise<boolean> {
    return this.signIn(() => this.parts.api.call(signInAsDemo, { account }));
  }

  /** Asks anew who I am: roles may have changed. */
  async refresh(): Promise<void> {
    const { session } = this;
    if (!session) return;
    try {
      const me = await this.parts.api.call(getMe, {});
      runInAction(() => {
        if (this.session === session) this.keep({ ...session, me });
      });
    } catch {
      // What is known stays; an ended session has been cleared by the call.
    }
  }

  /** Leaves this device at once, and tells the cloud where there is a way to it. */
  async signOut(): Promise<void> {
    if (!this.session) return;
    const told = this.parts.api.call(signOut, {}).catch(() => undefined);
    this.change(null, false);
    await told;
  }

  /** The cloud does not know the token any more. */
  expire(token: string): void {
    if (this.session?.token !== token) return;
    this.failure = refusalOf(problems.unauthenticated);
    this.change(null, true);
  }

  private async signIn(ask: () => Promise<Session>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      const session = await ask();
      this.change(session, false);
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private change(session: Session | null, isExpired: boolean): void {
    const from = this.me?.id ?? null;
    this.keep(session);
    const to = this.me?.id ?? null;
    if (from !== to) this.parts.whenPersonChanges({ from, to, isExpired });
  }

  private keep(session: Session | null): void {
    this.session = session;
    if (session) this.parts.device.storage.set(storageKey, session);
    else this.parts.device.storage.remove(storageKey);
  }
}
