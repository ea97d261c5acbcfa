interface DictationEvents {
  /** What was heard, sentence by sentence. */
  onWords: (words: string) => void;
  /** It is over, by itself too. `refused`: no microphone; `unheard`: nothing was understood. */
  onEnd: (how: DictationEnd) => void;
}

export type DictationEnd = 'done' | 'refused' | 'unheard';

/** Words spoken instead of typed. */
export interface Dictation {
  /** Whether this device writes down what is said here; where not, its keyboard may have a microphone of its own. */
  readonly isAvailable: boolean;
  /** Only from within a tap. Stops when the answer is called. */
  start(events: DictationEvents): () => void;
}

export declare const dictation: Dictation;
