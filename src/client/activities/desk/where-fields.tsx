import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { activityLimits } from '../../../contract/activities';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { PlaceSheet } from '../../ui/place-sheet';
import type { Landmark } from '../../ui/place-pick';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts } from './edit-texts';
import { StationsRemote } from './stations-remote';

interface StoreProps {
  store: ActivityEditStore;
}

const ways = [
  { value: 'station', text: texts.atStation },
  { value: 'elsewhere', text: texts.elsewhere },
] as const;

const noLandmarks: readonly Landmark[] = [];

const Elsewhere = observer(({ store, landmarks }: StoreProps & { landmarks: readonly Landmark[] }) => {
  const [isPicking, setIsPicking] = useState(false);
  const { placeText, position } = store.draft;
  return (
    <>
      <TextField
        label={texts.place}
        placeholder={texts.placePlaceholder}
        value={placeText}
        maxLength={activityLimits.placeLength}
        error={store.wrong['placeText'] ?? null}
        onChange={(text) => store.write({ placeText: text })}
      />
      {position ? (
        <Notice
          icon="pin"
          tone="good"
          action={{ text: texts.unmark, onPress: () => store.write({ position: null }) }}
        >
          {texts.marked}
        </Notice>
      ) : null}
      <ActionButton
        icon="map"
        text={position ? texts.onMapAgain : texts.onMap}
        onPress={() => setIsPicking(true)}
      />
      <PlaceSheet
        isOpen={isPicking}
        title={texts.pickTitle}
        picked={position && { position, placeText, source: 'pin' }}
        landmarks={landmarks}
        wordsLength={activityLimits.placeLength}
        onPick={(place) => {
          store.write({ position: place.position, placeText: place.placeText || placeText });
          setIsPicking(false);
        }}
        onClose={() => setIsPicking(false)}
      />
    </>
  );
});

/** Where it is: in a station, or anywhere in words and, where it helps, on the map. */
export const WhereFields = observer(({ store, communityId }: StoreProps & { communityId: string }) => {
  const root = useRootStore();
  const [stations] = useState(() => new StationsRemote(root, communityId));
  useEffect(() => void stations.load(), [stations]);
  const { isAtStation, stationId } = store.draft;
  const loaded = stations.all.data ?? noLandmarks;
  return (
    <>
      <Segments
        label={texts.whereKind}
        value={isAtStation ? 'station' : 'elsewhere'}
        options={ways}
        onChange={(way) => store.write({ isAtStation: way === 'station' })}
      />
      {isAtStation ? (
        <Field label={texts.station} error={store.wrong['stationId'] ?? null}>
          {remoteView({
            remote: stations.all,
            onRetry: () => void stations.load(),
            isOnline: root.settings.isOnline,
            loading: <LoadingRows count={1} />,
            children: (rows) =>
              rows.length === 0 ? (
                <View className="hint">{texts.noStations}</View>
              ) : (
                <Chips
                  label={texts.station}
                  value={stationId ?? ''}
                  options={rows.map(({ id, name }) => ({ value: id, text: name }))}
                  onChange={(id) => store.write({ stationId: id })}
                />
              ),
          })}
        </Field>
      ) : (
        <Elsewhere store={store} landmarks={loaded} />
      )}
    </>
  );
});
