/** `138 0013 8000`, `+86 13800138000` → E.164; null when it is no mobile number of the mainland. */
export function phoneIn(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : null;
}

/** E.164 → `138 0013 8000`. */
export const phoneText = (phone: string): string =>
  phone.replace(/^\+86/, '').replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3');
