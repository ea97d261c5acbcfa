import type { Drawing } from './drawing';

/** Its canvas takes no SVG. */
export const drawing: Drawing = { pngOf: () => Promise.resolve(null) };
