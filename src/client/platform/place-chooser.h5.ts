import type { PlaceChooser } from './place-chooser';

/** Taro's own would open a foreign page by a key that we do not have. */
export const placeChooser: PlaceChooser = { isAvailable: false, choose: () => Promise.resolve(null) };
