import { View } from '@tarojs/components';
import type { FacilityCode, StationRow } from '../../contract/stations';
import { Icon, type IconName } from '../ui/icon';
import { facilityNames, stationTexts } from './texts';
import './facility-tags.scss';

export const facilityIcon = (code: FacilityCode): IconName => code.replace(/_/g, '-') as IconName;

interface FacilityTagsProps {
  facilities: StationRow['facilities'];
  /** As many as fit; all when missing. */
  limit?: number;
  isOnPlate?: boolean;
}

/** What a place offers; what is out of order stays to be seen, greyed and said. */
export function FacilityTags({ facilities, limit, isOnPlate = false }: FacilityTagsProps) {
  const shown = limit === undefined ? facilities : facilities.slice(0, limit);
  const rest = facilities.length - shown.length;
  return (
    <View className={`facility-tags ${isOnPlate ? 'facility-tags--on-plate' : ''}`}>
      {shown.map(({ code, isWorking }) => (
        <View key={code} className={`facility-tag ${isWorking ? '' : 'facility-tag--broken'}`}>
          <Icon name={facilityIcon(code)} />
          <View>{isWorking ? facilityNames[code] : stationTexts.brokenFacility(facilityNames[code])}</View>
        </View>
      ))}
      {rest > 0 ? (
        <View className="facility-tag facility-tag--more">{stationTexts.moreFacilities(rest)}</View>
      ) : null}
    </View>
  );
}
