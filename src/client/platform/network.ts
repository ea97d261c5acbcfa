export interface Network {
  isOnline(): boolean;
  onChange(listener: (isOnline: boolean) => void): void;
}

export declare const network: Network;
