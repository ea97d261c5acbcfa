import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { StationRow } from '../../contract/stations';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { OpenBadge } from '../ui/open-badge';
import { Pressable } from '../ui/pressable';
import { distanceText, walkText } from '../ui/texts';
import { FacilityTags } from './facility-tags';
import { statusNames, whatItIs } from './texts';
import './station-plate.scss';

interface StationPlateProps {
  station: StationRow;
  onOpen: (station: StationRow) => void;
  hasDistance: boolean;
}

/** The nearest station, as the enamel plate beside its door. */
export const StationPlate = observer(({ station, onOpen, hasDistance }: StationPlateProps) => (
  <Pressable className="station-plate" role="link" onPress={() => onOpen(station)}>
    <View className="station-plate__frame">
      <View className="station-plate__kind">{whatItIs(station)}</View>
      <Heading level={2} className="station-plate__name">
        {station.name}
      </Heading>
      <OpenBadge opening={station.opening} off={statusNames[station.status]} isOnPlate />
      {hasDistance && station.distanceM !== null ? (
        <View className="station-plate__way">
          <Icon name="walk" />
          <View className="station-plate__walk">{walkText(station.distanceM)}</View>
          <View className="station-plate__distance">{distanceText(station.distanceM)}</View>
        </View>
      ) : (
        <View className="station-plate__way">
          <Icon name="pin" />
          <View className="station-plate__address">{station.address}</View>
        </View>
      )}
      <FacilityTags facilities={station.facilities} limit={3} isOnPlate />
      <Icon name="next" className="station-plate__next" />
    </View>
  </Pressable>
));
