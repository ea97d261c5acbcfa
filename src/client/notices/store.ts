import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { countUnreadNotices, listMyNotices, readNotices, type Notice } from '../../contract/notices';
import type { Api } from '../api';
import { failureOf, type Failure } from '../failure';
import type { Platform } from '../platform/platform';
import type { Remote, RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { SessionsStore } from '../sessions/store';

/** Coming back to a tab asks no more often than this. */
const freshMs = 60_000;

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
}

/** What one has been told, and how much of it is unread. */
export class NoticesStore {
  unread = 0;
  isWorking = false;
  /** Why something could not be marked as read. */
  failure: Failure | null = null;

  private readonly pages: RemoteList<Notice>;
  /** Epoch, ms: when the cloud last said how many are unread. */
  private countedAt = 0;

  constructor(private readonly parts: Parts) {
    this.pages = new RemoteList(parts);
    makeAutoObservable<NoticesStore, 'parts' | 'pages' | 'countedAt'>(
      this,
      { parts: false, pages: false, countedAt: false, failure: observableRef },
      { autoBind: true },
    );
  }

  /** The newest first. */
  get inbox(): Remote<readonly Notice[]> {
    return this.pages.rows;
  }

  get hasMore(): boolean {
    return this.pages.hasMore;
  }

  get isLoadingMore(): boolean {
    return this.pages.isLoadingMore;
  }

  /** Why the next page did not come. */
  get moreFailure(): Failure | null {
    return this.pages.moreFailure;
  }

  async loadInbox(): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    this.failure = null;
    await this.pages.load({
      key: 'inbox',
      copy: () => 'notices.inbox',
      readPage: (cursor) => api.call(listMyNotices, { ...(cursor && { cursor }) }),
    });
  }

  loadMore(): Promise<void> {
    return this.pages.loadMore();
  }

  async loadUnread(): Promise<void> {
    const { api, clock, sessions } = this.parts;
    const personId = sessions.me?.id;
    if (personId === undefined) return;
    this.countedAt = clock.now();
    try {
      const { unread } = await api.call(countUnreadNotices, {});
      if (sessions.me?.id === personId) this.show(unread);
    } catch {
      // What was known stays.
    }
  }

  /** A tab is shown: its badge is drawn again, and the count asked for where it is old. */
  showOnTab(): void {
    const { clock, device } = this.parts;
    device.tabBadge.show(this.unread);
    if (clock.now() - this.countedAt > freshMs) void this.loadUnread();
  }

  /** The person opens it. */
  async read({ id, readAt }: Notice): Promise<void> {
    if (readAt === null) await this.mark({ noticeIds: [id] });
  }

  async readAll(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    await this.mark({});
    runInAction(() => (this.isWorking = false));
  }

  changePerson(): void {
    this.pages.reset();
    this.failure = null;
    this.show(0);
    void this.loadUnread();
  }

  private async mark(which: { noticeIds?: string[] }): Promise<void> {
    const { api, clock, sessions } = this.parts;
    const personId = sessions.me?.id;
    this.failure = null;
    try {
      const { unread } = await api.call(readNotices, which);
      if (sessions.me?.id !== personId) return;
      const readAt = new Date(clock.now()).toISOString();
      const isMeant = ({ id }: Notice) => which.noticeIds?.includes(id) ?? true;
      await this.pages.amend((notice) =>
        notice.readAt === null && isMeant(notice) ? { ...notice, readAt } : notice,
      );
      this.show(unread);
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
    }
  }

  private show(unread: number): void {
    this.unread = unread;
    this.parts.device.tabBadge.show(unread);
  }
}
