import { Textarea } from '@tarojs/components';
import type { LongTextProps } from './long-text';

export function LongText({ value, maxLength, placeholder, onChange }: LongTextProps) {
  return (
    <Textarea
      className="field__long"
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      // In a sheet it stays where the sheet is.
      fixed
      onInput={(event) => onChange(event.detail.value)}
    />
  );
}
