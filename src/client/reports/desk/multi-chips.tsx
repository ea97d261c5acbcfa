import { View } from '@tarojs/components';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import '../../ui/chips.scss';

interface MultiChipsProps<Value extends string> {
  label: string;
  values: readonly Value[];
  options: readonly { value: Value; text: string }[];
  onChange: (values: Value[]) => void;
}

/** Any of several; the order stays that of the options. */
export function MultiChips<Value extends string>(props: MultiChipsProps<Value>) {
  const { label, values, options, onChange } = props;
  const toggle = (value: Value) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((one) => (one === value ? !values.includes(one) : values.includes(one))),
    );
  return (
    <View className="chips" {...semantics({ role: 'group', 'aria-label': label })}>
      {options.map(({ value, text }) => {
        const isOn = values.includes(value);
        return (
          <Pressable
            key={value}
            role="checkbox"
            isChecked={isOn}
            className={`chips__one ${isOn ? 'chips__one--on' : ''}`}
            onPress={() => toggle(value)}
          >
            {isOn ? <Icon name="check" /> : null}
            <View>{text}</View>
          </Pressable>
        );
      })}
    </View>
  );
}
