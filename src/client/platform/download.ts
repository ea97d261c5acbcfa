/** A file as the cloud sends it. */
export interface FileToHandOver {
  readonly name: string;
  readonly contentType: string;
  /** Base64. */
  readonly file: string;
}

export interface Download {
  /** Whether texts can be saved as files here. */
  readonly isAvailable: boolean;
  /** Saves a text as a file of that name. */
  save(file: { name: string; text: string; type: string }): void;
  /** Saves a file, or opens it where it can be sent on from there. False when the device cannot. */
  handOver(file: FileToHandOver): Promise<boolean>;
}

export declare const download: Download;
