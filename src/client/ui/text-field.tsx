import { Input } from '@nutui/nutui-react-taro';
import { Field } from './field';
import { semantics } from './semantics';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  error?: string | null;
  /** The keys that come up: whole numbers, or such with a point. */
  type?: 'text' | 'number' | 'digit';
  confirmType?: 'done' | 'search';
  onConfirm?: () => void;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, maxLength, hint, error, confirmType = 'done', onConfirm } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        className="field__box"
        type={props.type ?? 'text'}
        value={value}
        placeholder={props.placeholder ?? ''}
        maxLength={maxLength}
        confirmType={confirmType}
        onChange={onChange}
        onConfirm={() => onConfirm?.()}
        {...semantics({ 'aria-label': label })}
      />
    </Field>
  );
}
