import type { ReactElement } from 'react';

export interface WhenFieldProps {
  label: string;
  /** `time`: `08:30`; `date`: `2026-11-23`. */
  kind: 'time' | 'date';
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  /** What is wrong with what was chosen. */
  error?: string | null | undefined;
}

/** A time of day or a day, chosen the way the device has it. */
export declare function WhenField(props: WhenFieldProps): ReactElement;
