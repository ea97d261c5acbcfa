/** What WeChat wants to see before its JS-SDK works on a page. */
export interface PageSignature {
  readonly appId: string;
  /** Seconds. */
  readonly timestamp: number;
  readonly nonce: string;
  readonly signature: string;
}

/** Signs a page by its address without what follows `#`; throws where there is no official account. */
export type PageSigner = (url: string) => Promise<PageSignature>;

export interface Scanner {
  /** Told once, before the first scan. */
  signPagesBy(sign: PageSigner): void;
  /** What a scanned code or a typed number says; null when the person closes it. */
  scan(): Promise<string | null>;
}

export declare const scanner: Scanner;
