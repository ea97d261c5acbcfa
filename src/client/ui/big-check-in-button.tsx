import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Pressable } from './pressable';
import './big-check-in-button.scss';

interface BigCheckInButtonProps {
  text: string;
  onPress: () => void;
  /** A second way beside it, such as scanning. */
  aside?: { text: string; onPress: () => void };
}

/** The one obvious thing to do, where the thumb is. */
export function BigCheckInButton({ text, onPress, aside }: BigCheckInButtonProps) {
  return (
    <View className="big-check-in">
      <Pressable className="big-check-in__main" onPress={onPress}>
        <Icon name="stamp" className="big-check-in__icon" />
        <View>{text}</View>
      </Pressable>
      {aside ? (
        <Pressable className="big-check-in__aside" onPress={aside.onPress}>
          <Icon name="scan" className="big-check-in__aside-icon" />
          <View className="big-check-in__aside-text">{aside.text}</View>
        </Pressable>
      ) : null}
    </View>
  );
}
