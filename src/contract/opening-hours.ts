import type { Static } from 'typebox';
import type { OpeningHoursSchema, OpeningSchema, OpeningSpanSchema } from './opening-hours.schema';

/**
 * A span of local time on the day it begins: `{ opens: '08:30', closes: '21:00' }`.
 * `closes` at or before `opens` is on the following day; 00:00–24:00 is the whole day.
 */
export type OpeningSpan = Static<typeof OpeningSpanSchema>;

/** Weekly hours (weekday 1 = Monday … 7 = Sunday) with exceptions by date, which replace the whole day. */
export type OpeningHours = Static<typeof OpeningHoursSchema>;

/**
 * What the hours say at one instant. `changesAt` is when `isOpen` turns over, null when it never does
 * within the next 14 days; its offset is the community's, so its wall-clock part can be shown as it stands.
 */
export type Opening = Static<typeof OpeningSchema>;
