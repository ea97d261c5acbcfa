export interface Scanner {
  /** What a scanned code or a typed number says; null when the person closes it. */
  scan(): Promise<string | null>;
}

export declare const scanner: Scanner;
