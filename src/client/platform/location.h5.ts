import { crs, type Position } from '../../contract/positions';
import type { Location } from './location';
import { LocationError } from './location-error';

/** A fix this fresh is as good as a new one, ms. */
const maximumAge = 10_000;

function browserFix(timeoutMs: number): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new LocationError('unavailable'));
    // A browser does not count the time its own question stands open.
    const timer = setTimeout(() => reject(new LocationError('timeout')), timeoutMs + 1_000);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    navigator.geolocation.getCurrentPosition(
      (found) => end(() => resolve(found)),
      ({ code, PERMISSION_DENIED, TIMEOUT }) => {
        const reason = code === PERMISSION_DENIED ? 'refused' : code === TIMEOUT ? 'timeout' : 'unavailable';
        end(() => reject(new LocationError(reason)));
      },
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge },
    );
  });
}

export const location: Location = {
  async locate({ timeoutMs }): Promise<Position> {
    const { coords } = await browserFix(timeoutMs);
    try {
      const { default: gcoord } = await import('gcoord');
      const [lng, lat] = gcoord.transform([coords.longitude, coords.latitude], gcoord.WGS84, gcoord.GCJ02);
      return { lat, lng, crs, accuracyM: coords.accuracy };
    } catch {
      throw new LocationError('unavailable');
    }
  },
};
