import { Field } from './field';
import type { WhenFieldProps } from './when-field';

export function WhenField({ label, kind, value, onChange, hint, error }: WhenFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
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
