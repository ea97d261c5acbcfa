import type { Privacy } from './privacy';

/** Browsers ask for each device themselves. */
export const privacy: Privacy = { onRequest: () => undefined };
