import type { Dictation } from '../../src/client/platform/dictation';

/** A phone that writes down what is said to it. */
export class PhoneDictation implements Dictation {
  /** What the person says; null where it does not listen. */
  said: readonly string[] | null = null;

  get isAvailable(): boolean {
    return this.said !== null;
  }

  start({ onWords, onEnd }: Parameters<Dictation['start']>[0]): () => void {
    this.said?.forEach(onWords);
    onEnd('done');
    return () => undefined;
  }
}
