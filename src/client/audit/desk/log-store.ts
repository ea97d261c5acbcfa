import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { exportAuditLog, listAuditEntries, type AuditEntry } from '../../../contract/audit';
import type { AnswerOf } from '../../../contract/http';
import { failureOf, type Failure } from '../../failure';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { logTexts } from './texts';

type Part = AnswerOf<NonNullable<(typeof exportAuditLog)['schemas']>>;

export interface LogRow extends AuditEntry {
  readonly id: string;
}

export interface Exported {
  readonly entries: number;
  /** The first entry that does not follow from the one before; null when all do. */
  readonly firstBroken: number | null;
}

/** The audit log of a community, and a copy of some of its days as a file. */
export class LogStore {
  readonly pages: RemoteList<LogRow>;
  isExporting = false;
  failure: Failure | null = null;
  exported: Exported | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<LogStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false, failure: observableRef, exported: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.pages.load({
      key: 'log',
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listAuditEntries, { communityId, ...(cursor && { cursor }) });
        return { ...page, items: page.items.map((entry) => ({ ...entry, id: String(entry.number) })) };
      },
    });
  }

  /** Whole days, `2026-11-23`. A long log comes in parts, each with its own proof; the file holds them all. */
  async export(from: string, to: string): Promise<boolean> {
    if (this.isExporting) return false;
    this.isExporting = true;
    this.failure = null;
    this.exported = null;
    try {
      const parts = await this.read(from, to);
      this.root.device.download.save({
        name: logTexts.fileName(from, to),
        text: JSON.stringify(parts, null, 2),
        type: 'application/json',
      });
      const entries = parts.reduce((sum, part) => sum + part.entries.length, 0);
      const firstBroken = parts.find(({ isIntact }) => !isIntact)?.firstBroken ?? null;
      runInAction(() => (this.exported = { entries, firstBroken }));
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isExporting = false));
    }
  }

  private async read(from: string, to: string): Promise<readonly Part[]> {
    const { communityId } = this;
    const parts: Part[] = [];
    for (let next: string | null = from; next !== null;) {
      const part: Part = await this.root.api.call(exportAuditLog, { communityId, from: next, to });
      parts.push(part);
      next = part.nextFrom;
    }
    return parts;
  }
}
