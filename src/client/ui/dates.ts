export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Of a calendar day, `2026-10-01`. */
export function weekdayName(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekdays[(weekday + 6) % 7] ?? '';
}

/** 2026-10-01 → “10 月 1 日”. */
export function plainDateText(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month} 月 ${date} 日`;
}

/** 2026-10-01 → “10 月 1 日 周四”. */
export function dateText(day: string): string {
  return `${plainDateText(day)} ${weekdayName(day)}`;
}
