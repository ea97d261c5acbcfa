import Taro from '@tarojs/taro';
import { crs, type Position } from '../../contract/positions';
import type { Location } from './location';
import { LocationError } from './location-error';

/** WeChat looks for a better fix for at least this long. */
const leastExpireMs = 3_000;

const isRefusal = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  (('errno' in error && (error.errno === 103 || error.errno === 104)) ||
    ('errMsg' in error && /auth|permission|privacy|deny|denied/i.test(String(error.errMsg))));

async function fix(timeoutMs: number): Promise<Position> {
  try {
    const found = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: Math.max(leastExpireMs, timeoutMs),
    });
    return { lat: found.latitude, lng: found.longitude, crs, accuracyM: Math.max(0, found.accuracy) };
  } catch (error) {
    throw new LocationError(isRefusal(error) ? 'refused' : 'unavailable');
  }
}

export const location: Location = {
  locate: ({ timeoutMs }) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new LocationError('timeout')), timeoutMs);
      fix(timeoutMs)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    }),
};
