import type { LongTextProps } from './long-text';

/** The browser's own: Taro's would bring its web components along. */
export function LongText({ label, value, maxLength, placeholder, onChange }: LongTextProps) {
  return (
    <textarea
      className="field__long"
      aria-label={label}
      value={value}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
