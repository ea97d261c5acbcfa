/** Pictures of the person's own. */
export interface Picture {
  /** Lets the person choose a file; null where there is none, or WeChat's own button has to be used. */
  choose(): Promise<string | null>;
  /** Lets the person choose or take a photo; null where they did not. */
  choosePhoto(): Promise<string | null>;
  /** So many photos at most, none where they did not. Throws CameraError where the system does not allow it. */
  choosePhotos(count: number, source: PhotoSource): Promise<readonly string[]>;
  /** Of a file the person chose: so small that it can be sent, as Base64 of a JPEG; null when it is no picture. */
  shrink(file: string): Promise<string | null>;
  /** The whole picture with its longer side no longer than so many pixels, as Base64 of a JPEG; null when it is none. */
  fit(file: string, size: number): Promise<string | null>;
}

export type PhotoSource = 'camera' | 'album';

export declare const picture: Picture;
