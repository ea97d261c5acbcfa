import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { privacyNoticeVersion } from '../../contract/consents';
import { problems } from '../../contract/http';
import { getMe, type Me } from '../../contract/people';
import {
  listDemoAccounts,
  listSignInWays,
  sendPhoneCode,
  sessionProblems,
  signInAsDemo,
  signInWithPhone,
  signInWithTicket,
  signInWithWechat,
  signOut,
  wechatWebPaths,
  type DemoAccount,
  type Session,
  type SignInWays,
} from '../../contract/sessions';
import type { Api } from '../api';
import type { Clock } from '../clock';
import { CallFailed, failureOf, refusalOf, type Failure } from '../failure';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';

const storageKey = 'session';
/** Coming back to the app asks who I am no more often than this. */
const freshMs = 60_000;

/** The page asks for it before anything is sent. */
const agreement = { noticeVersion: privacyNoticeVersion, isOldEnough: true };

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

/** What an older version of the app kept lacks what is shown now: it is asked for anew. */
const isWhole = ({ me }: Session) => 'identities' in me && 'currentCommunityId' in me;

function restored(device: Platform, clock: Clock): Session | null {
  const kept = device.storage.get(storageKey);
  if (!isSession(kept) || Date.parse(kept.expiresAt) <= clock.now()) return null;
  return isWhole(kept) ? kept : null;
}

/** Who uses the app. */
export class SessionsStore {
  isWorking = false;
  failure: Failure | null = null;
  readonly ways: Remote<SignInWays>;
  readonly demoAccounts: Remote<readonly DemoAccount[]>;
  /** Epoch, ms: when another code can be asked for; null before the first. */
  resendAt: number | null = null;

  private session: Session | null;
  private refreshedAt = 0;

  constructor(private readonly parts: Parts) {
    this.session = restored(parts.device, parts.clock);
    this.ways = new Remote(parts);
    this.demoAccounts = new Remote(parts);
    makeAutoObservable<SessionsStore, 'session' | 'parts' | 'refreshedAt'>(
      this,
      {
        ways: false,
        demoAccounts: false,
        parts: false,
        refreshedAt: false,
        failure: observableRef,
        session: observableRef,
      },
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

  /** The mini-program, by one tap. */
  get canUseWechat(): boolean {
    return this.parts.device.wechatSignIn.isAvailable;
  }

  /** The web app in WeChat's browser, where the server has an official account. */
  get canUseWechatWeb(): boolean {
    return this.parts.device.web.isInWechat && (this.ways.data?.wechatWeb ?? false);
  }

  get canUsePhone(): boolean {
    return this.ways.data?.phone ?? false;
  }

  async loadWays(): Promise<void> {
    const { api } = this.parts;
    await this.ways.load({
      key: 'ways',
      copy: () => 'sign-in-ways',
      read: () => api.call(listSignInWays, {}),
    });
    if (this.ways.data?.demo) await this.loadDemoAccounts();
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
      return this.parts.api.call(signInWithWechat, { code, agreement });
    });
  }

  /** Leaves for WeChat's page, which comes back to the sign-in page with a ticket. */
  leaveForWechat(returnTo: string): void {
    const query = returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : '';
    this.parts.device.web.leaveTo(wechatWebPaths.start + query);
  }

  signInWithTicket(ticket: string): Promise<boolean> {
    return this.signIn(() => this.parts.api.call(signInWithTicket, { ticket, agreement }));
  }

  /** @param phone E.164. True when a code is on its way. */
  async sendPhoneCode(phone: string): Promise<boolean> {
    const sent = await this.work(() => this.parts.api.call(sendPhoneCode, { phone }));
    const wait = sent?.resendSeconds ?? this.waitAsked();
    if (wait !== null) runInAction(() => (this.resendAt = this.parts.clock.now() + wait * 1_000));
    return sent !== null;
  }

  signInWithPhone(phone: string, code: string): Promise<boolean> {
    return this.signIn(() => this.parts.api.call(signInWithPhone, { phone, code, agreement }));
  }

  signInAsDemo(account: string): Promise<boolean> {
    return this.signIn(() => this.parts.api.call(signInAsDemo, { account }));
  }

  /** Somebody looks: asks anew who I am, unless that was asked a moment ago. */
  async freshen(): Promise<void> {
    if (this.parts.clock.now() - this.refreshedAt >= freshMs) await this.refresh();
  }

  /** Asks anew who I am: roles may have changed. */
  async refresh(): Promise<void> {
    const { session } = this;
    const { api, clock } = this.parts;
    if (!session) return;
    this.refreshedAt = clock.now();
    try {
      const me = await api.call(getMe, {});
      if (this.token === session.token) this.showMe(me);
    } catch {
      // What is known stays; an ended session has been cleared by the call.
    }
  }

  /** What the cloud said of its person when something was changed. */
  showMe(me: Me): void {
    if (this.session) this.keep({ ...this.session, me });
  }

  /** In place of the session there was: its person may have become one with another. */
  replace(session: Session): void {
    this.change(session, false);
  }

  clearFailure(): void {
    this.failure = null;
  }

  /** Leaves this device at once, and tells the cloud where there is a way to it. */
  async signOut(): Promise<void> {
    if (!this.session) return;
    const told = this.parts.api.call(signOut, {}).catch(() => undefined);
    this.change(null, false);
    await told;
  }

  /** The cloud has ended this session with others: nothing to tell it. */
  leave(): void {
    this.change(null, false);
  }

  /** The cloud does not know the token any more. */
  expire(token: string): void {
    if (this.session?.token !== token) return;
    this.failure = refusalOf(problems.unauthenticated);
    this.change(null, true);
  }

  /** The seconds a refusal said to wait. */
  private waitAsked(): number | null {
    return this.failure?.kind === 'refused' ? this.failure.retryAfter : null;
  }

  private async signIn(ask: () => Promise<Session>): Promise<boolean> {
    const isIn = await this.work(async () => {
      this.change(await ask(), false);
      return true;
    });
    return isIn ?? false;
  }

  private async work<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    if (this.isWorking) return null;
    this.isWorking = true;
    this.failure = null;
    try {
      return await ask();
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return null;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  private change(session: Session | null, isExpired: boolean): void {
    const from = this.me?.id ?? null;
    this.keep(session);
    const to = this.me?.id ?? null;
    // Word of an earlier session's end is no concern of a new one.
    if (session) this.failure = null;
    if (from !== to) this.parts.whenPersonChanges({ from, to, isExpired });
  }

  private keep(session: Session | null): void {
    this.session = session;
    if (session) this.parts.device.storage.set(storageKey, session);
    else this.parts.device.storage.remove(storageKey);
  }
}
