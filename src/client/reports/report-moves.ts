import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  answerReport,
  askToReopenReport,
  followReport,
  rateReport,
  unfollowReport,
  withdrawReport,
  type Report,
} from '../../contract/reports';
import type { Api } from '../api';
import type { Clock } from '../clock';
import { failureOf, isWorthRetrying, type Failure } from '../failure';
import { newKey } from '../idempotency-key';

interface Parts {
  readonly api: Api;
  readonly clock: Clock;
  /** As the cloud has it now. */
  readonly whenChanged: (report: Report) => void;
  /** It may stand otherwise by now. */
  readonly whenUnsure: (reportId: string) => void;
}

type Seen = Pick<Report, 'id' | 'version'>;

/** What a reporter does about a report that the cloud has. Each says whether it worked; `failed` says why not. */
export class ReportMoves {
  isWorking = false;
  failed: { readonly reportId: string; readonly failure: Failure } | null = null;

  /** Of taps without an answer: the same tap again is the same request. */
  private readonly keys = new Map<string, string>();

  constructor(private readonly parts: Parts) {
    makeAutoObservable<ReportMoves, 'parts' | 'keys'>(
      this,
      { failed: observableRef, parts: false, keys: false },
      { autoBind: true },
    );
  }

  answer({ id: reportId, version }: Seen, words: string, mediaIds: string[]): Promise<boolean> {
    const input = { reportId, version, words, mediaIds };
    return this.move(reportId, input, (key) => this.parts.api.call(answerReport, input, { key }));
  }

  rate({ id: reportId, version }: Seen, stars: number, words: string): Promise<boolean> {
    const input = { reportId, version, stars, ...(words && { words }) };
    return this.move(reportId, input, (key) => this.parts.api.call(rateReport, input, { key }));
  }

  askToReopen({ id: reportId, version }: Seen, reason: string, mediaIds: string[]): Promise<boolean> {
    const input = { reportId, version, reason, mediaIds };
    return this.move(reportId, input, (key) => this.parts.api.call(askToReopenReport, input, { key }));
  }

  withdraw({ id: reportId, version }: Seen, reason: string): Promise<boolean> {
    const input = { reportId, version, ...(reason && { reason }) };
    return this.move(reportId, input, (key) => this.parts.api.call(withdrawReport, input, { key }));
  }

  follow(reportId: string): Promise<boolean> {
    return this.tap(reportId, () => this.parts.api.call(followReport, { reportId }));
  }

  unfollow(reportId: string): Promise<boolean> {
    return this.tap(reportId, () => this.parts.api.call(unfollowReport, { reportId }));
  }

  forgetFailure(): void {
    this.failed = null;
  }

  reset(): void {
    this.keys.clear();
    this.failed = null;
  }

  private move(reportId: string, input: object, ask: (key: string) => Promise<Report>): Promise<boolean> {
    const intent = JSON.stringify(input);
    const key = this.keys.get(intent) ?? newKey(this.parts.clock.now());
    this.keys.set(intent, key);
    return this.tap(reportId, async () => {
      try {
        this.parts.whenChanged(await ask(key));
        this.keys.delete(intent);
      } catch (error) {
        if (!isWorthRetrying(failureOf(error))) this.keys.delete(intent);
        throw error;
      }
    });
  }

  private async tap(reportId: string, ask: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failed = null;
    try {
      await ask();
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failed = { reportId, failure }));
      if (failure.kind === 'refused' && failure.status === 409) this.parts.whenUnsure(reportId);
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
