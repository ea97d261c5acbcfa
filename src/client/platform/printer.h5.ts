import type { Printer } from './printer';

export const printer: Printer = {
  // WeChat's browser has the function, and does nothing.
  isAvailable: typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent),
  print: () => window.print(),
};
