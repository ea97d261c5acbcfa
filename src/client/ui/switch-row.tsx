import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './switch-row.scss';

interface SwitchRowProps {
  text: string;
  isOn: boolean;
  onToggle: () => void;
  hint?: string;
  isDisabled?: boolean;
  /** Where the words alone do not say what is switched. */
  label?: string;
}

/** Something that is on or off; all of the row answers. */
export function SwitchRow({ text, isOn, onToggle, hint, isDisabled = false, label = text }: SwitchRowProps) {
  return (
    <Pressable
      className="switch-row"
      role="switch"
      isChecked={isOn}
      isDisabled={isDisabled}
      label={label}
      onPress={onToggle}
    >
      <View className="switch-row__words">
        <View className="switch-row__name">{text}</View>
        {hint ? <View className="hint">{hint}</View> : null}
      </View>
      <View className="switch-row__switch">
        <Switch checked={isOn} {...semantics({ tabIndex: -1, 'aria-hidden': true })} />
      </View>
    </Pressable>
  );
}
