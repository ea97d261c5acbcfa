export type Theme = 'light' | 'dark';

export interface Appearance {
  theme(): Theme;
  onThemeChange(listener: (theme: Theme) => void): void;
  /** The system's type size, 1 is normal. */
  fontScale(): number;
}

export declare const appearance: Appearance;
