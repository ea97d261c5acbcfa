import type { ReactElement } from 'react';

export interface PosterSheetsProps {
  /** A whole sheet. */
  readonly svg: string;
  readonly paper: 'a4' | 'a6';
}

/** What comes out of the printer, and nothing else does; not seen on the screen. */
export declare function PosterSheets(props: PosterSheetsProps): ReactElement | null;
