/** True in the web app; a constant of the build, so that the other branch is left out. */
export const isWeb = process.env.TARO_ENV === 'h5';

export interface Semantics {
  role?: string;
  tabIndex?: number;
  id?: string;
  'aria-label'?: string;
  'aria-level'?: number;
  'aria-checked'?: boolean;
  'aria-selected'?: boolean;
  'aria-pressed'?: boolean;
  'aria-disabled'?: boolean;
  'aria-expanded'?: boolean;
  'aria-current'?: boolean;
  'aria-busy'?: boolean;
  'aria-live'?: 'polite' | 'assertive';
  'aria-modal'?: boolean;
  'aria-hidden'?: boolean;
  autoComplete?: 'tel' | 'one-time-code';
  onKeyDown?: (event: { key: string; preventDefault(): void }) => void;
}

/** What a screen reader and a keyboard need on the web; the mini-program's views know none of it and would carry it in vain. */
export function semantics(attributes: Semantics): Semantics {
  return isWeb ? attributes : {};
}

/** Enter and blank do what a tap does. */
export function onKeys(act: () => void): Semantics['onKeyDown'] {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  };
}
