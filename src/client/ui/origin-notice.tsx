import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { Icon } from './icon';
import { Pressable } from './pressable';
import { originTexts } from './texts';
import './origin-notice.scss';

interface OriginNoticeProps {
  onLocate: () => void;
  /** What the list goes by as long as it does not go by the person's place. */
  unlocated?: string;
}

/** What the order of the list goes by, and how to have it go by the person's own place. */
export const OriginNotice = observer(({ onLocate, unlocated }: OriginNoticeProps) => {
  const { whereabouts } = useRootStore();
  const { status } = whereabouts;
  if (status === 'located') {
    return (
      <View className="origin-notice">
        <View className="hint">{originTexts.located}</View>
      </View>
    );
  }
  const isLocating = status === 'locating';
  const words = {
    unasked: unlocated ?? originTexts.unlocated,
    locating: unlocated ?? originTexts.unlocated,
    refused: originTexts.refused,
    unavailable: originTexts.unavailable,
  }[status];
  return (
    <View className="origin-notice">
      <View className="hint origin-notice__words">{words}</View>
      <Pressable className="origin-notice__action" onPress={onLocate} isDisabled={isLocating}>
        <Icon name="locate" />
        <View>{isLocating ? originTexts.locating : originTexts.locate}</View>
      </Pressable>
    </View>
  );
});
