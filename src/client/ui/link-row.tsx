import { View } from '@tarojs/components';
import { Icon, type IconName } from './icon';
import { Pressable } from './pressable';
import './link-row.scss';

interface LinkRowProps {
  icon: IconName;
  text: string;
  hint?: string;
  /** Something to notice at the end of the row. */
  extra?: string;
  onPress: () => void;
}

export function LinkRow({ icon, text, hint, extra, onPress }: LinkRowProps) {
  return (
    <Pressable className="link-row" role="link" onPress={onPress}>
      <Icon name={icon} className="link-row__icon" />
      <View className="link-row__words">
        <View>{text}</View>
        {hint ? <View className="hint">{hint}</View> : null}
      </View>
      {extra ? <View className="link-row__extra">{extra}</View> : null}
      <Icon name="next" className="link-row__next" />
    </Pressable>
  );
}
