import { Picker, View } from '@tarojs/components';
import { Field } from './field';
import type { WhenFieldProps } from './when-field';

export function WhenField({ label, kind, value, onChange, hint, error }: WhenFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Picker mode={kind} value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className="field__when">{value}</View>
      </Picker>
    </Field>
  );
}
