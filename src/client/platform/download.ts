export interface Download {
  /** Whether files can be handed to the person here. */
  readonly isAvailable: boolean;
  /** Saves a text as a file of that name. */
  save(file: { name: string; text: string; type: string }): void;
}

export declare const download: Download;
