import type { ServerEvents } from './server-events';

/** WeChat hands an answer over when it is whole. */
export const serverEvents: ServerEvents = { isAvailable: false, listen: () => () => undefined };
