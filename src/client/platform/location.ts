import type { Position } from '../../contract/positions';

export interface Location {
  /** Where the phone is, GCJ-02, accuracy in metres. Throws LocationError. */
  locate(options: { timeoutMs: number }): Promise<Position>;
}

export declare const location: Location;
