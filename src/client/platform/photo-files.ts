/** Photos kept on the device until they are sent, each a file of its own. */
export interface PhotoFiles {
  /** Keeps a photo the person chose, its longer side no longer than so many pixels, as a JPEG of that name. */
  keep(file: string, name: string, size: number): Promise<KeptPhoto>;
  /** null where it is gone. */
  bytesOf(name: string): Promise<Uint8Array | null>;
  /** To show it; null where it is gone. */
  urlOf(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}

/** `unreadable`: it is no picture; `full`: the device has no room for it. */
export type KeptPhoto = 'kept' | 'unreadable' | 'full';

export declare const photoFiles: PhotoFiles;
