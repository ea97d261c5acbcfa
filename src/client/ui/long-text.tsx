import type { ReactElement } from 'react';

export interface LongTextProps {
  label: string;
  value: string;
  maxLength: number;
  placeholder: string;
  onChange: (value: string) => void;
}

/** The bare field for several lines. */
export declare function LongText(props: LongTextProps): ReactElement;
