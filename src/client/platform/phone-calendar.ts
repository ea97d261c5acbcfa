/** Something with a day and an hour, as a calendar has it. */
export interface CalendarEntry {
  /** The same for one thing for good, such as `activity-<id>`: a calendar replaces what it has of it. */
  readonly id: string;
  /** Rises with every change of the thing. */
  readonly version: number;
  readonly title: string;
  /** Instants, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Where; empty where there is no place. */
  readonly place: string;
  readonly notes: string;
  /** How long before the start the phone reminds of it. */
  readonly remindMinutes: number;
  /** Path of the cloud's own calendar file, where it has one of this. */
  readonly path?: string;
}

/**
 * `added`: it stands in the calendar; `file`: a calendar file was handed over, to be opened; `left`: the person thought
 * better of it; `refused`: the calendar is not allowed; `elsewhere`: only in another browser; `failed`: it did not work.
 */
export type CalendarAnswer = 'added' | 'file' | 'left' | 'refused' | 'elsewhere' | 'failed';

export interface PhoneCalendar {
  /** Only from within a tap. */
  add(entry: CalendarEntry): Promise<CalendarAnswer>;
}

export declare const phoneCalendar: PhoneCalendar;
