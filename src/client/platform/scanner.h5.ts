import type { Scanner } from './scanner';

export const scanner: Scanner = {
  async scan() {
    const { openScanOverlay } = await import('./scan-overlay');
    return openScanOverlay();
  },
};
