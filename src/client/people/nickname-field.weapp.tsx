import { Input } from '@tarojs/components';
import { peopleLimits } from '../../contract/people';
import { Field } from '../ui/field';
import type { NicknameFieldProps } from './nickname-field';
import './nickname-field.scss';

/** WeChat's own input for names; it looks the name over on blur, and empties what may not be. */
export function NicknameField({ label, value, hint, error, onChange }: NicknameFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        className="nickname-field"
        type="nickname"
        value={value}
        maxlength={peopleLimits.nicknameLength}
        onInput={({ detail }) => onChange(detail.value)}
        onBlur={({ detail }) => onChange(detail.value)}
      />
    </Field>
  );
}
