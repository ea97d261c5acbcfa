import type { Phone } from './phone';

export const phone: Phone = {
  call: (number) => window.location.assign(`tel:${number.replace(/[^\d+]/g, '')}`),
};
