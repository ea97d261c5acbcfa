import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { StationRow as Row } from '../../contract/stations';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { distanceText, walkText } from '../ui/texts';
import { FacilityTags } from './facility-tags';
import { OpenBadge } from './open-badge';
import { placeIcons, placeOf } from './place';
import { whatItIs } from './texts';
import './station-row.scss';

interface StationRowProps {
  station: Row;
  onOpen: (station: Row) => void;
  /** Distances mean something only from where the person is. */
  hasDistance: boolean;
  /** Without facilities, for short lists. */
  isShort?: boolean;
}

export const StationRow = observer(({ station, onOpen, hasDistance, isShort = false }: StationRowProps) => (
  <Pressable
    className={`station-row ${isShort ? 'station-row--short' : ''}`}
    role="link"
    onPress={() => onOpen(station)}
  >
    <View className={`station-row__picture station-row__picture--${station.tier}`}>
      <Icon name={placeIcons[placeOf(station)]} />
    </View>
    <View className="station-row__words">
      <View className="station-row__name">{station.name}</View>
      <View className="station-row__kind">{whatItIs(station)}</View>
      <OpenBadge station={station} />
      {isShort ? null : (
        <View className="station-row__facilities">
          <FacilityTags facilities={station.facilities} limit={4} />
        </View>
      )}
    </View>
    {hasDistance && station.distanceM !== null ? (
      <View className="station-row__way">
        <View className="station-row__distance">{distanceText(station.distanceM)}</View>
        <View className="station-row__walk">{walkText(station.distanceM)}</View>
      </View>
    ) : (
      <Icon name="next" className="station-row__next" />
    )}
  </Pressable>
));
