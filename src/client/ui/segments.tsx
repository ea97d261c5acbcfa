import { View } from '@tarojs/components';
import { Icon, type IconName } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './segments.scss';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string; icon?: IconName }[];
  onChange: (value: Value) => void;
}

/** One of a few. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <View className="segments" {...semantics({ role: 'radiogroup', 'aria-label': label })}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          role="radio"
          isChecked={option.value === value}
          className={`segments__one ${option.value === value ? 'segments__one--on' : ''}`}
          onPress={() => onChange(option.value)}
        >
          {option.icon ? <Icon name={option.icon} /> : null}
          <View>{option.text}</View>
        </Pressable>
      ))}
    </View>
  );
}
