export interface Printer {
  /** Whether there is a way to a printer here. */
  readonly isAvailable: boolean;
  /** Prints what pages have laid out for paper. */
  print(): void;
}

export declare const printer: Printer;
