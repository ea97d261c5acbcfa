export function PrivacySheet(): null {
  return null;
}
