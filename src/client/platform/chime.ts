/** Calls for somebody who is not looking. */
export interface Chime {
  /** A short sound or a buzz, whatever the device allows; maybe nothing. */
  ring(): void;
}

export declare const chime: Chime;
