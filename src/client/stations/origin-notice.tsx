import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { stationTexts } from './texts';
import './origin-notice.scss';

/** What the order of the list goes by, and how to have it go by the person's own place. */
export const OriginNotice = observer(({ onLocate }: { onLocate: () => void }) => {
  const { stations } = useRootStore();
  const { originStatus } = stations;
  if (originStatus === 'located') {
    return (
      <View className="origin-notice">
        <View className="hint">{stationTexts.located}</View>
      </View>
    );
  }
  const isLocating = originStatus === 'locating';
  const words = {
    unasked: stationTexts.unlocated,
    locating: stationTexts.unlocated,
    refused: stationTexts.refused,
    unavailable: stationTexts.unavailable,
  }[originStatus];
  return (
    <View className="origin-notice">
      <View className="hint origin-notice__words">{words}</View>
      <Pressable className="origin-notice__action" onPress={onLocate} isDisabled={isLocating}>
        <Icon name="locate" />
        <View>{isLocating ? stationTexts.locating : stationTexts.locate}</View>
      </Pressable>
    </View>
  );
});
