import { makeAutoObservable, runInAction } from 'mobx';
import { codeProblems, parseCode, parseDayCode, resolveCode } from '../../contract/codes';
import type { Api } from '../api';
import type { Clock } from '../clock';
import { failureOf, refusalOf, type Failure } from '../failure';

/** Who is at a door waits no longer to be told what the code on it is. */
const patienceMs = 5_000;

export type ReadCode =
  | { readonly kind: 'merchant'; readonly merchantId: string; readonly code: string }
  /** Also what cannot be told just now: only a check-in may be kept and sent later. */
  | { readonly kind: 'station'; readonly code: string }
  /** Of a leader's screen, whole: told by how it looks, without a network too. */
  | { readonly kind: 'day'; readonly code: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

interface Parts {
  readonly api: Api;
  readonly clock: Clock;
}

/** What scanned and typed codes stand for. */
export class CodesStore {
  isReading = false;

  constructor(private readonly parts: Parts) {
    makeAutoObservable<CodesStore, 'parts'>(this, { parts: false }, { autoBind: true });
  }

  async read(text: string): Promise<ReadCode> {
    const day = codeIn(text, parseDayCode);
    if (day !== null) return { kind: 'day', code: day };
    const code = codeIn(text, parseCode);
    if (code === null) return { kind: 'refused', failure: refusalOf(codeProblems.code_unknown) };
    this.isReading = true;
    try {
      return await this.ask(code);
    } finally {
      runInAction(() => (this.isReading = false));
    }
  }

  private async ask(code: string): Promise<ReadCode> {
    const { api, clock } = this.parts;
    const station = { kind: 'station', code } as const;
    let giveUp = (): void => undefined;
    const tooLong = new Promise<null>((resolve) => (giveUp = clock.after(patienceMs, () => resolve(null))));
    try {
      const found = await Promise.race([api.call(resolveCode, { code }), tooLong]);
      if (found?.target !== 'merchant') return station;
      return { kind: 'merchant', merchantId: found.targetId, code };
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === 'refused' && failure.status < 500 ? { kind: 'refused', failure } : station;
    } finally {
      giveUp();
    }
  }
}

function codeIn(text: string, parse: (text: string) => string | null): string | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
