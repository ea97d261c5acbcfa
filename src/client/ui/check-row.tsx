import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Pressable } from './pressable';
import './check-row.scss';

interface CheckRowProps {
  text: string;
  isChecked: boolean;
  onToggle: () => void;
  hint?: string;
  isDisabled?: boolean;
}

/** One of several that may all be chosen. */
export function CheckRow({ text, isChecked, onToggle, hint, isDisabled = false }: CheckRowProps) {
  return (
    <Pressable
      className={`check-row ${isDisabled ? 'check-row--off' : ''}`}
      role="checkbox"
      isChecked={isChecked}
      isDisabled={isDisabled}
      label={text}
      onPress={onToggle}
    >
      <View className={`check-row__box ${isChecked ? 'check-row__box--on' : ''}`}>
        {isChecked ? <Icon name="check" /> : null}
      </View>
      <View className="check-row__words">
        <View>{text}</View>
        {hint ? <View className="hint">{hint}</View> : null}
      </View>
    </Pressable>
  );
}
