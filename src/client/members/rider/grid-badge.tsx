import { View } from '@tarojs/components';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { semantics } from '../../ui/semantics';
import { gridTexts as texts } from './texts';
import './grid-badge.scss';

interface GridBadgeProps {
  number: string;
  nickname: string;
  communityName: string;
  areas: readonly string[];
  isPaused: boolean;
}

/** What one would wear, to be shown at a door. */
export function GridBadge({ number, nickname, communityName, areas, isPaused }: GridBadgeProps) {
  return (
    <View className={`grid-badge ${isPaused ? 'grid-badge--paused' : ''}`}>
      <View className="grid-badge__top">
        <View>{communityName}</View>
        <View>{texts.badge}</View>
      </View>
      <View className="grid-badge__middle">
        <View className="grid-badge__who">
          <Heading level={1} className="grid-badge__name">
            {nickname}
          </Heading>
          <View className="grid-badge__number">{number}</View>
        </View>
        <View className="grid-badge__seal" {...semantics({ 'aria-hidden': true })}>
          <View className="grid-badge__ring">
            <Icon name={isPaused ? 'clock' : 'shield'} />
            <View className="grid-badge__word">{isPaused ? texts.pausedMark : texts.sealWord}</View>
          </View>
        </View>
      </View>
      <View className="grid-badge__areas">{`${texts.yourAreas}：${areas.join('、')}`}</View>
    </View>
  );
}
