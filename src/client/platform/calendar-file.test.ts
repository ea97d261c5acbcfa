import { calendarFile } from './calendar-file';
import type { CalendarEntry } from './phone-calendar';

const planting: CalendarEntry = {
  id: 'activity-7',
  version: 3,
  title: '义务植树',
  startsAt: '2026-11-28T09:30:00+08:00',
  endsAt: '2026-11-28T11:00:00+08:00',
  place: '藕塘公园, 东门',
  notes: '带手套；穿旧鞋\n9 点集合',
  remindMinutes: 60,
};
const now = new Date('2026-11-27T04:00:00Z');
const linesOf = (text: string) => text.split('\r\n');

describe('a calendar file', () => {
  test('says when in UTC, what, where, and reminds before', () => {
    expect(linesOf(calendarFile(planting, now))).toEqual(
      expect.arrayContaining([
        'UID:activity-7@nuanxin',
        'SEQUENCE:3',
        'DTSTAMP:20261127T040000Z',
        'DTSTART:20261128T013000Z',
        'DTEND:20261128T030000Z',
        'SUMMARY:义务植树',
        'LOCATION:藕塘公园\\, 东门',
        'DESCRIPTION:带手套；穿旧鞋\\n9 点集合',
        'TRIGGER:-PT60M',
      ]),
    );
  });

  test('what is not known is left out', () => {
    const text = calendarFile({ ...planting, place: '', notes: '' }, now);
    expect(text).not.toContain('LOCATION');
    expect(text.match(/DESCRIPTION/g)).toHaveLength(1);
  });

  test('lines stay short, and unfolded they say the same', () => {
    const notes = '请穿长袖长裤和防滑的鞋，'.repeat(20);
    const text = calendarFile({ ...planting, notes }, now);
    for (const line of linesOf(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(`DESCRIPTION:${notes}`);
  });
});
