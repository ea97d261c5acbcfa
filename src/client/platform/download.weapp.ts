import type { Download } from './download';

/** Files belong on the computer of a desk. */
export const download: Download = { isAvailable: false, save: () => undefined };
