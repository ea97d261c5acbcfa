export interface Feedback {
  /** A short line that goes away by itself. */
  toast(text: string): void;
  confirm(question: { title: string; text: string; yes: string; no: string }): Promise<boolean>;
}

export declare const feedback: Feedback;
