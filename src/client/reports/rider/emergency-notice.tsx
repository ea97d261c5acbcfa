import { View } from '@tarojs/components';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import './emergency-notice.scss';
import { emergencyTexts as texts } from './texts';

const calls = [
  { number: '119', text: texts.fire },
  { number: '110', text: texts.police },
] as const;

/** What cannot wait for the community, with the numbers to call. */
export function EmergencyNotice() {
  const { device } = useRootStore();
  return (
    <View className="emergency" {...semantics({ role: 'status' })}>
      <Heading level={3} className="emergency__title">
        {texts.title}
      </Heading>
      <View className="emergency__hint">{texts.hint}</View>
      <View className="emergency__calls">
        {calls.map(({ number, text }) => (
          <Pressable key={number} className="emergency__call" onPress={() => device.phone.call(number)}>
            <Icon name="phone" />
            <View>{text}</View>
          </Pressable>
        ))}
      </View>
    </View>
  );
}
