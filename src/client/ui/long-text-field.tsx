import { Field } from './field';
import { LongText } from './long-text';

interface LongTextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  error?: string | null;
}

/** Several lines of text, with how much of it is used. */
export function LongTextField(props: LongTextFieldProps) {
  const { label, value, onChange, maxLength, placeholder = '', hint, error } = props;
  return (
    <Field label={label} hint={hint} error={error} count={`${value.length}/${maxLength}`}>
      <LongText
        label={label}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={onChange}
      />
    </Field>
  );
}
