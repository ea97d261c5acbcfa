import { Field } from './field';
import type { WhenFieldProps } from './when-field';

export function WhenField({ label, kind, value, onChange }: WhenFieldProps) {
  return (
    <Field label={label}>
      <input
        className="field__when"
        type={kind}
        aria-label={label}
        value={value}
        // Empty while it is half typed.
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </Field>
  );
}
