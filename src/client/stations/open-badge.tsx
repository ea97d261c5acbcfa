import { View } from '@tarojs/components';
import type { StationRow } from '../../contract/stations';
import { openingText } from './opening-text';
import './open-badge.scss';

interface OpenBadgeProps {
  station: Pick<StationRow, 'status' | 'opening'>;
  /** On the green plate. */
  isOnPlate?: boolean;
}

export function OpenBadge({ station, isOnPlate = false }: OpenBadgeProps) {
  const { text, tone } = openingText(station, new Date());
  return (
    <View className={`open-badge open-badge--${tone} ${isOnPlate ? 'open-badge--on-plate' : ''}`}>
      <View className="open-badge__dot" />
      <View>{text}</View>
    </View>
  );
}
