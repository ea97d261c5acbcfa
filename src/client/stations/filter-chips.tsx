import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { facilityCodes } from '../../contract/stations';
import { useRootStore } from '../root-store';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { semantics } from '../ui/semantics';
import { facilityIcon } from './facility-tags';
import { facilityNames, stationTexts } from './texts';
import './filter-chips.scss';

interface ChipProps {
  text: string;
  icon: Parameters<typeof Icon>[0]['name'];
  isOn: boolean;
  onToggle: () => void;
}

function Chip({ text, icon, isOn, onToggle }: ChipProps) {
  return (
    <Pressable className={`chip ${isOn ? 'chip--on' : ''}`} isPressed={isOn} onPress={onToggle}>
      <Icon name={isOn ? 'check' : icon} />
      <View>{text}</View>
    </Pressable>
  );
}

/** All that is chosen must be there, and in order. */
export const FilterChips = observer(() => {
  const { stations } = useRootStore();
  return (
    <View className="filter-chips" {...semantics({ role: 'group', 'aria-label': stationTexts.filters })}>
      <Chip
        text={stationTexts.openNow}
        icon="clock"
        isOn={stations.isOpenNowOnly}
        onToggle={() => void stations.setOpenNowOnly(!stations.isOpenNowOnly)}
      />
      {facilityCodes.map((code) => (
        <Chip
          key={code}
          text={facilityNames[code]}
          icon={facilityIcon(code)}
          isOn={stations.facilities.includes(code)}
          onToggle={() => void stations.toggleFacility(code)}
        />
      ))}
    </View>
  );
});
