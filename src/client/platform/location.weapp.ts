import Taro from '@tarojs/taro';
import { crs, type Position } from '../../contract/positions';
import type { Location } from './location';
import { LocationError } from './location-error';
import { isRefused } from './refusal';

/** WeChat looks for a better fix for at least this long. */
const leastExpireMs = 3_000;

async function fix(timeoutMs: number): Promise<Position> {
  try {
    const found = await Taro.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      highAccuracyExpireTime: Math.max(leastExpireMs, timeoutMs),
    });
    return { lat: found.latitude, lng: found.longitude, crs, accuracyM: Math.max(0, found.accuracy) };
  } catch (error) {
    throw new LocationError(isRefused(error) ? 'refused' : 'unavailable');
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
