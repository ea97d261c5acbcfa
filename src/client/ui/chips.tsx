import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './chips.scss';

interface ChipsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
  /** In one row that scrolls, where they are many. */
  isScrolling?: boolean;
}

/** One of several, where segments would not fit. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const { label, value, options, onChange, isScrolling = false } = props;
  return (
    <View
      className={`chips ${isScrolling ? 'chips--scroll' : ''}`}
      {...semantics({ role: 'radiogroup', 'aria-label': label })}
    >
      {options.map((option) => {
        const isOn = option.value === value;
        return (
          <Pressable
            key={option.value}
            role="radio"
            isChecked={isOn}
            className={`chips__one ${isOn ? 'chips__one--on' : ''}`}
            onPress={() => onChange(option.value)}
          >
            {isOn ? <Icon name="check" /> : null}
            <View>{option.text}</View>
          </Pressable>
        );
      })}
    </View>
  );
}
