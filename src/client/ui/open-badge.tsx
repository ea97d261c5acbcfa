import { View } from '@tarojs/components';
import type { Opening } from '../../contract/opening-hours';
import { openingText } from './opening-text';
import './open-badge.scss';

interface OpenBadgeProps {
  opening: Opening;
  /** Why it takes nobody whatever the hours say; empty when it does. */
  off?: string;
  /** On the green plate. */
  isOnPlate?: boolean;
}

export function OpenBadge({ opening, off = '', isOnPlate = false }: OpenBadgeProps) {
  const { text, tone } = off ? { text: off, tone: 'off' } : openingText(opening, new Date());
  return (
    <View className={`open-badge open-badge--${tone} ${isOnPlate ? 'open-badge--on-plate' : ''}`}>
      <View className="open-badge__dot" />
      <View>{text}</View>
    </View>
  );
}
