/** The address of the page on view, where there is one to pass on. */
export interface Address {
  /** False in the mini-program, whose pages have none that is seen. */
  readonly isSeen: boolean;
  /** What the page shows now, in place of what it showed; a `step` can be gone back from. */
  show(url: string, step?: 'step'): void;
  /** Back or forward to another state of the page at `path`, whose parameters are given; the page stays. Returns the end of it. */
  onMove(path: string, listener: (params: Record<string, string>) => void): () => void;
}

export declare const address: Address;
