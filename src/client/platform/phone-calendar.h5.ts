import type { CalendarEntry, PhoneCalendar } from './phone-calendar';

const fileName = ({ id }: CalendarEntry) => `${id}.ics`;

/** Safari shows a calendar file as such when it is opened, and files it away when it is downloaded. */
const opensCalendarFiles = /iPhone|iPad|iPod/.test(navigator.userAgent);

function follow(url: string, entry: CalendarEntry): void {
  const link = document.createElement('a');
  link.href = url;
  if (!opensCalendarFiles) link.download = fileName(entry);
  document.body.append(link);
  link.click();
  link.remove();
}

async function saveOwnFile(entry: CalendarEntry): Promise<void> {
  // On its own: nobody's first page needs it.
  const { calendarFile } = await import('./calendar-file');
  const text = calendarFile(entry, new Date());
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  follow(url, entry);
  // Browsers read it after the click.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const phoneCalendar: PhoneCalendar = {
  async add(entry) {
    // WeChat's browser downloads nothing.
    if (/MicroMessenger/i.test(navigator.userAgent)) return 'elsewhere';
    try {
      if (entry.path !== undefined && navigator.onLine) follow(entry.path, entry);
      else await saveOwnFile(entry);
      return 'file';
    } catch {
      return 'failed';
    }
  },
};
