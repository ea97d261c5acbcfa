import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  linkPhone,
  linkWechat,
  linkWechatPhone,
  sessionProblems,
  unlinkIdentity,
  type Session,
} from '../../contract/sessions';
import { CallFailed, failureOf, refusalOf, type Failure } from '../failure';
import type { RootStore } from '../root-store';

/** More ways for one person to sign in; made by the pages. */
export class LinksStore {
  isWorking = false;
  failure: Failure | null = null;
  /** The last link made two people one. */
  isMerged = false;

  constructor(private readonly root: RootStore) {
    makeAutoObservable<LinksStore, 'root'>(this, { root: false, failure: observableRef }, { autoBind: true });
  }

  linkPhone(phone: string, code: string): Promise<boolean> {
    return this.link(() => this.root.api.call(linkPhone, { phone, code }));
  }

  /** @param code of WeChat's own button. */
  linkWechatPhone(code: string): Promise<boolean> {
    return this.link(() => this.root.api.call(linkWechatPhone, { code }));
  }

  linkWechat(): Promise<boolean> {
    return this.link(async () => {
      const code = await this.root.device.wechatSignIn.code();
      if (code === null) throw new CallFailed(refusalOf(sessionProblems.wechat_unavailable));
      return this.root.api.call(linkWechat, { code });
    });
  }

  unlink(identityId: string): Promise<boolean> {
    return this.work(async () =>
      this.root.sessions.showMe(await this.root.api.call(unlinkIdentity, { identityId })),
    );
  }

  private link(ask: () => Promise<Session>): Promise<boolean> {
    this.isMerged = false;
    const before = this.root.sessions.me;
    return this.work(async () => {
      const session = await ask();
      this.root.sessions.replace(session);
      const gained = session.me.identities.length - (before?.identities.length ?? 0);
      runInAction(() => (this.isMerged = session.me.id !== before?.id || gained > 1));
    });
  }

  private async work(ask: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await ask();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
