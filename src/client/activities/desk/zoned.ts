import { localInstant } from '../../ui/dates';

/** What the clocks of the zone show at an instant, as if it were UTC, ms. */
function faceIn(timeZone: string, at: number): number {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(shown.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}

/** A day and a time on the clocks of a zone, as an instant. */
export function instantIn(timeZone: string, day: string, time: string): string {
  const face = Date.parse(`${day}T${time}:00Z`);
  try {
    const guess = face - (faceIn(timeZone, face) - face);
    return new Date(guess - (faceIn(timeZone, guess) - face)).toISOString();
  } catch {
    // Some phones' WeChat knows no zones: the phone is where its person is.
    return new Date(localInstant(`${day}T${time}`)).toISOString();
  }
}
