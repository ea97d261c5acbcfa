import type { Address } from './address';

export const address: Address = {
  isSeen: false,
  show: () => undefined,
  onMove: () => () => undefined,
};
