/** `12月20日`, by the community's calendar. */
export function dateText(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'long', day: 'numeric' }).format(at);
}
