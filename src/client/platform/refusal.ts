const saysOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';

const numberOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errno' in error ? error.errno : null;

/** WeChat's words and numbers for a person, or a phone, that does not let the app do it. */
export const isRefused = (error: unknown): boolean =>
  [103, 104].includes(Number(numberOf(error))) || /auth|permission|privacy|deny|denied/i.test(saysOf(error));

/** The person went back without choosing. */
export const isCancelled = (error: unknown): boolean => /cancel/i.test(saysOf(error));
