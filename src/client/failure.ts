import type { Problem } from '../contract/http';

/** Why something did not work, as pages show it. `detail` is zh-CN, for people. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly detail: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly status: number;
      /** Seconds, where the cloud named them. */
      readonly retryAfter: number | null;
      /** How the thing stands by now, where a change of it came too late. */
      readonly current?: { readonly state: string; readonly version: number };
    }
  /** An answer that is not the cloud's: a captive portal, a proxy's page. */
  | { readonly kind: 'broken' };

export class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'refused' ? `refused: ${failure.code}` : failure.kind);
    this.name = 'CallFailed';
  }
}

export function failureOf(error: unknown): Failure {
  return error instanceof CallFailed ? error.failure : { kind: 'broken' };
}

/** What the cloud would refuse, said without asking it. */
export function refusalOf({ code, status, title }: Problem): Failure {
  return { kind: 'refused', code, status, detail: title, fields: {}, retryAfter: null };
}

export function isRefusedWith(failure: Failure | null, code: string): boolean {
  return failure?.kind === 'refused' && failure.code === code;
}

/** The same request may well succeed later: nobody has said no to it. */
export function isWorthRetrying(failure: Failure): boolean {
  return (
    failure.kind !== 'refused' || failure.status >= 500 || failure.status === 429 || failure.status === 401
  );
}
