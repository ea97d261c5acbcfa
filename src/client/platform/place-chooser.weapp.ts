import Taro from '@tarojs/taro';
import { crs } from '../../contract/positions';
import { LocationError } from './location-error';
import { isCancelled, isRefused } from './refusal';
import type { PlaceChooser } from './place-chooser';

/** A named place is as large as a house. */
const houseM = 30;

export const placeChooser: PlaceChooser = {
  isAvailable: true,
  async choose(near) {
    try {
      const found = await Taro.chooseLocation(near ? { latitude: near.lat, longitude: near.lng } : {});
      const position = { lat: found.latitude, lng: found.longitude, crs, accuracyM: houseM } as const;
      return { position, name: found.name };
    } catch (error) {
      if (isCancelled(error)) return null;
      throw new LocationError(isRefused(error) ? 'refused' : 'unavailable');
    }
  },
};
