import type { CalendarEntry } from './phone-calendar';

/** RFC 5545: octets of a line without its break. */
const lineOctets = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** 2026-11-28T01:30:00Z → 20261128T013000Z. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** No line is longer than calendars take, and no character is cut in two. */
function folded(line: string): string {
  let part = '';
  const parts: string[] = [];
  for (const character of line) {
    if (octets(part + character) > lineOctets) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}

/** One entry as a calendar file. */
export function calendarFile(entry: CalendarEntry, now: Date): string {
  const { id, version, title, startsAt, endsAt, place, notes, remindMinutes } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//nuanxin//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@nuanxin`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(new Date(startsAt))}`,
    `DTEND:${utc(new Date(endsAt))}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(notes ? [`DESCRIPTION:${escaped(notes)}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${remindMinutes}M`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
