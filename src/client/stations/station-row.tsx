import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { StationRow as Row } from '../../contract/stations';
import { Icon } from '../ui/icon';
import { OpenBadge } from '../ui/open-badge';
import { Pressable } from '../ui/pressable';
import { distanceText, walkText } from '../ui/texts';
import { FacilityTags } from './facility-tags';
import { placeIcons, placeOf } from './place';
import './station-row.scss';
import { statusNames, whatItIs } from './texts';

interface StationRowProps {
  station: Row;
  onOpen: (station: Row) => void;
  /** Distances mean something only from where the person is. */
  hasDistance: boolean;
}

function Picture({ station }: { station: Row }) {
  return (
    <View className={`station-row__picture station-row__picture--${station.tier}`}>
      <Icon name={placeIcons[placeOf(station)]} />
    </View>
  );
}

/** A station as a card of its own. */
export const StationRow = observer(({ station, onOpen, hasDistance }: StationRowProps) => {
  const { name, facilities, distanceM } = station;
  return (
    <Pressable className="station-row" role="link" onPress={() => onOpen(station)}>
      <View className="station-row__head">
        <Picture station={station} />
        <View className="station-row__words">
          <View className="station-row__name">{name}</View>
          <View className="hint">{whatItIs(station)}</View>
        </View>
        <Icon name="next" className="station-row__next" />
      </View>
      <View className="station-row__state">
        <OpenBadge opening={station.opening} off={statusNames[station.status]} />
        {hasDistance && distanceM !== null ? (
          <View className="station-row__way">
            <View className="station-row__distance">{distanceText(distanceM)}</View>
            <View className="hint">{walkText(distanceM)}</View>
          </View>
        ) : null}
      </View>
      <FacilityTags facilities={facilities} limit={3} />
    </Pressable>
  );
});

/** A station in two lines, for short lists. */
export const StationLine = observer(({ station, onOpen, hasDistance }: StationRowProps) => (
  <Pressable className="station-line" role="link" onPress={() => onOpen(station)}>
    <Picture station={station} />
    <View className="station-row__words">
      <View className="station-row__name">{station.name}</View>
      <OpenBadge opening={station.opening} off={statusNames[station.status]} />
    </View>
    {hasDistance && station.distanceM !== null ? (
      <View className="station-row__distance">{distanceText(station.distanceM)}</View>
    ) : (
      <Icon name="next" className="station-row__next" />
    )}
  </Pressable>
));
