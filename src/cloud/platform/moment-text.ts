/** `11 月 25 日 17:30`, with spaces around it for a sentence. */
export function momentText(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? '';
  return ` ${part('month')} 月 ${part('day')} 日 ${part('hour')}:${part('minute')} `;
}
