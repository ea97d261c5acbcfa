/** Time, given from outside so that tests can hold it still. */
export interface Clock {
  /** Epoch, ms. */
  now(): number;
  /** Does something once later; returns how to call it off. */
  after(ms: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
