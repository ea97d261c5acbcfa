export interface AppLife {
  /** Comes to the front again. */
  onShow(listener: () => void): void;
}

export declare const appLife: AppLife;
