export interface AppLife {
  onShow(listener: () => void): void;
  onHide(listener: () => void): void;
}

export declare const appLife: AppLife;
