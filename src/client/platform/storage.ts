/** Small things kept on the device, as JSON. */
export interface Storage {
  /** null when there is nothing, or nothing readable. */
  get(key: string): unknown;
  /** false when the device has no room for it. */
  set(key: string, value: unknown): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}

export declare const storage: Storage;
