import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { checkInLimits } from '../../contract/check-ins';
import type { StationRow } from '../../contract/stations';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { LoadingRows, remoteView } from '../ui/state-views';
import { distanceText, walkText } from '../ui/texts';
import { checkInTexts } from './texts';
import './station-picker.scss';

interface StationPickerProps {
  onPick: (station: StationRow) => void;
  onLocate: () => void;
}

const Choice = observer(
  ({ station, onPick }: { station: StationRow; onPick: StationPickerProps['onPick'] }) => {
    const { checkIns, whereabouts } = useRootStore();
    const reach = checkInLimits.maxDistanceM + (whereabouts.origin?.accuracyM ?? 0);
    const away = station.distanceM ?? Infinity;
    const isNear = away <= reach;
    return (
      <View className="station-picker__choice">
        <View className="station-picker__words">
          <View className="station-picker__name">{station.name}</View>
          <View className="hint">{`${distanceText(away)} · ${walkText(away)}`}</View>
        </View>
        {isNear ? (
          <Pressable
            className="station-picker__pick"
            label={`${checkInTexts.here}：${station.name}`}
            isDisabled={checkIns.isWorking}
            onPress={() => onPick(station)}
          >
            <Icon name="stamp" />
            <View>{checkInTexts.pickOne}</View>
          </Pressable>
        ) : (
          <View className="hint station-picker__far">{checkInTexts.tooFarYet}</View>
        )}
      </View>
    );
  },
);

const Unlocated = observer(({ onLocate }: { onLocate: () => void }) => {
  const { whereabouts } = useRootStore();
  const { status } = whereabouts;
  const words = {
    unasked: checkInTexts.locateHint,
    locating: checkInTexts.locateHint,
    located: checkInTexts.locateHint,
    refused: checkInTexts.refusedHint,
    unavailable: checkInTexts.unavailableHint,
  }[status];
  return (
    <View className="station-picker__unlocated">
      <View className="hint">{words}</View>
      <ActionButton
        icon="locate"
        text={status === 'locating' ? checkInTexts.locating : checkInTexts.locate}
        isDisabled={status === 'locating'}
        onPress={onLocate}
      />
    </View>
  );
});

/** The stations around, those in reach with a button. */
export const StationPicker = observer(({ onPick, onLocate }: StationPickerProps) => {
  const { stations, whereabouts, settings } = useRootStore();
  return (
    <View className="card station-picker">
      <Heading level={2}>{checkInTexts.pick}</Heading>
      {whereabouts.origin === null ? (
        <Unlocated onLocate={onLocate} />
      ) : (
        remoteView({
          remote: stations.nearby,
          onRetry: () => void stations.loadNearby(),
          isOnline: settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (rows) =>
            rows.length === 0 ? (
              <View className="hint">{`${checkInTexts.nobodyNear}。${checkInTexts.nobodyNearHint}`}</View>
            ) : (
              <>
                {rows.slice(0, 5).map((station) => (
                  <Choice key={station.id} station={station} onPick={onPick} />
                ))}
              </>
            ),
        })
      )}
    </View>
  );
});
