import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Position } from '../../contract/positions';
import { LocationError } from '../platform/location-error';
import type { Platform } from '../platform/platform';
import type { SettingsStore } from '../settings/store';
import { metresBetween } from '../ui/distance';

type WhereaboutsStatus = 'unasked' | 'locating' | 'located' | 'refused' | 'unavailable';

const locateTimeoutMs = 10_000;
/** A position that only makes something surer is not waited for longer. */
const besideTimeoutMs = 3_000;
/** A fix this near the one before is the same place, metres: lists keep their order. */
const samePlaceM = 30;

interface Parts {
  readonly device: Platform;
  readonly settings: SettingsStore;
  /** What is listed by distance is to be listed anew. */
  readonly whenMoved: () => void;
}

/** Where the person is, for everything that goes by distance. Never kept beyond the app's run. */
export class WhereaboutsStore {
  origin: Position | null = null;
  status: WhereaboutsStatus = 'unasked';

  constructor(private readonly parts: Parts) {
    makeAutoObservable<WhereaboutsStore, 'parts'>(
      this,
      { origin: observableRef, parts: false },
      { autoBind: true },
    );
  }

  /** For a request by distance; nothing where it is not known. */
  get asked(): { lat: number; lng: number } | Record<string, never> {
    return this.origin ? { lat: this.origin.lat, lng: this.origin.lng } : {};
  }

  /** Finds out where the person is, where they agreed to it, and has lists made anew from there; asks nobody. */
  async locate(): Promise<void> {
    if (this.status === 'locating') return;
    const { position } = this.parts.settings.consents;
    if (position !== 'given') return this.moveTo(null, position);
    this.status = 'locating';
    try {
      const found = await this.parts.device.location.locate({ timeoutMs: locateTimeoutMs });
      const isSame = this.origin !== null && metresBetween(this.origin, found) < samePlaceM;
      this.moveTo(isSame ? this.origin : found, 'located');
    } catch (error) {
      const isRefused = error instanceof LocationError && error.reason === 'refused';
      runInAction(() => (this.status = isRefused ? 'refused' : 'unavailable'));
    }
  }

  /** Beside a code that was scanned: where the phone is right now, null where it is not to be had in a moment. */
  async besideCode(): Promise<Position | null> {
    if (this.parts.settings.consents.position !== 'given') return null;
    try {
      return await this.parts.device.location.locate({ timeoutMs: besideTimeoutMs });
    } catch {
      return null;
    }
  }

  /** Straight line, metres; null where the person's place is not known. */
  distanceTo(place: Position): number | null {
    return this.origin && metresBetween(this.origin, place);
  }

  private moveTo(origin: Position | null, status: WhereaboutsStatus): void {
    const hasMoved = this.origin !== origin;
    this.origin = origin;
    this.status = status;
    if (hasMoved) this.parts.whenMoved();
  }
}
