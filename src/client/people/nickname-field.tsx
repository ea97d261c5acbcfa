import type { ReactElement } from 'react';

export interface NicknameFieldProps {
  label: string;
  value: string;
  hint: string;
  error: string | null;
  onChange: (value: string) => void;
}

/** What one is called; WeChat offers the name it knows. */
export declare function NicknameField(props: NicknameFieldProps): ReactElement;
