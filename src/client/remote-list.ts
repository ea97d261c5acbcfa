import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { failureOf, type Failure } from './failure';
import { Remote, type RemoteParts } from './remote';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export interface ListQuestion<Row> {
  readonly key: string;
  readonly copy: () => string | null;
  /** The page behind a cursor, the first without one. */
  readonly readPage: (cursor: string | undefined) => Promise<Page<Row>>;
}

/**
 * A list read page by page. Rows on view keep their order: pages are added at the end, and a reload whose first page
 * holds the same rows keeps those behind it. Only the first page is kept on the device.
 */
export class RemoteList<Row extends { readonly id: string }> {
  readonly rows: Remote<readonly Row[]>;
  isLoadingMore = false;
  /** Why the next page did not come. */
  moreFailure: Failure | null = null;

  private nextCursor: string | null = null;
  /** Pages on view that the cloud has sent. */
  private pageCount = 0;
  private question: ListQuestion<Row> | null = null;

  constructor(parts: RemoteParts) {
    this.rows = new Remote(parts);
    makeAutoObservable<RemoteList<Row>, 'question' | 'pageCount'>(
      this,
      { rows: false, question: false, pageCount: false, moreFailure: observableRef },
      { autoBind: true },
    );
  }

  get hasMore(): boolean {
    return this.nextCursor !== null;
  }

  async load(question: ListQuestion<Row>): Promise<void> {
    if (this.question?.key !== question.key) this.forgetPages();
    this.question = question;
    this.moreFailure = null;
    let page: Page<Row> | null = null;
    await this.rows.load({
      key: question.key,
      copy: question.copy,
      read: async () => {
        page = await question.readPage(undefined);
        return page.items;
      },
      accept: (fresh, shown) => this.accept(fresh, shown, page?.nextCursor ?? null),
    });
  }

  async loadMore(): Promise<void> {
    const { question, nextCursor } = this;
    if (!question || nextCursor === null || this.isLoadingMore) return;
    this.isLoadingMore = true;
    this.moreFailure = null;
    try {
      await this.rows.extend(async (shown) => {
        const page = await question.readPage(nextCursor);
        runInAction(() => {
          if (this.question !== question || this.nextCursor !== nextCursor) return;
          this.nextCursor = page.nextCursor;
          this.pageCount += 1;
        });
        const known = new Set(shown.map(({ id }) => id));
        return [...shown, ...page.items.filter(({ id }) => !known.has(id))];
      });
    } catch (error) {
      runInAction(() => (this.moreFailure = failureOf(error)));
    } finally {
      runInAction(() => (this.isLoadingMore = false));
    }
  }

  /** Changes rows on view, as the cloud has said they changed. */
  async amend(change: (row: Row) => Row): Promise<void> {
    await this.rows.extend((shown) => Promise.resolve(shown.map(change)));
  }

  reset(): void {
    this.question = null;
    this.forgetPages();
    this.moreFailure = null;
    this.rows.reset();
  }

  private forgetPages(): void {
    this.nextCursor = null;
    this.pageCount = 0;
  }

  private accept(fresh: readonly Row[], shown: readonly Row[] | null, cursor: string | null): readonly Row[] {
    const isSameStart = shown !== null && fresh.every(({ id }, at) => shown[at]?.id === id);
    if (isSameStart && this.pageCount > 1 && cursor !== null) return [...fresh, ...shown.slice(fresh.length)];
    this.nextCursor = cursor;
    this.pageCount = 1;
    return fresh;
  }
}
