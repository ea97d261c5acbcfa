import { Picker, View } from '@tarojs/components';
import { Field } from './field';
import type { WhenFieldProps } from './when-field';

export function WhenField({ label, kind, value, onChange }: WhenFieldProps) {
  return (
    <Field label={label}>
      <Picker mode={kind} value={value} onChange={(event) => onChange(event.detail.value)}>
        <View className="field__when">{value}</View>
      </Picker>
    </Field>
  );
}
