import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useMemo } from 'react';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { AreaMap } from './area-map';
import { Icon } from './icon';
import { Notice } from './notice';
import { nearestLandmark, type Landmark, type PickedPlace } from './place-pick';
import './place-picker.scss';
import { placeTexts as texts } from './place-texts';
import { Pressable } from './pressable';
import { isWeb, semantics } from './semantics';
import { LoadingRows, remoteView } from './state-views';
import { TextField } from './text-field';
import { distanceText, uiTexts } from './texts';
import { usePlacePick, type Aim } from './use-place-pick';

export interface PlacePickerProps {
  /** What was picked before. */
  picked: PickedPlace | null;
  /** Places people know, on the map and as a hint: plain values. */
  landmarks: readonly Landmark[];
  /** How long the words about the place may be; 0 where none are asked for. */
  wordsLength: number;
  onPick: (place: PickedPlace) => void;
}

/** Worse than this is said to be so, metres. */
const vagueM = 100;
const besideM = 15;

function whereText({ position, name }: Aim, landmarks: readonly Landmark[]): string {
  if (name) return name;
  const nearest = nearestLandmark(position, landmarks);
  if (!nearest) return texts.somewhere;
  const { name: known, distanceM } = nearest;
  return distanceM < besideM ? texts.beside(known) : texts.near(known, distanceText(distanceM));
}

function howText({ position, source }: Aim): string {
  const metres = Math.round(position.accuracyM);
  if (source === 'pin') return texts.pointed(metres);
  if (source === 'chosen') return texts.chosen;
  if (source === 'station') return texts.station;
  return metres > vagueM ? texts.vague(metres) : texts.located(metres);
}

type Pick = ReturnType<typeof usePlacePick>;

function hintOf({ aim, phone }: Pick): string {
  if (phone.isLocating) return texts.locating;
  if (phone.outcome === 'refused' || phone.outcome === 'failed') return texts[phone.outcome];
  return aim ? howText(aim) : texts.aimHint;
}

/** A pin in the middle of the map: one finger, or the arrow keys, move what is under it. */
const PinnedMap = observer(({ pick, landmarks }: { pick: Pick; landmarks: readonly Landmark[] }) => {
  const { communities, settings } = useRootStore();
  useEffect(() => {
    if (!communities.current) void communities.load();
    if (isWeb) void communities.loadBlockMap();
  }, [communities]);
  const markers = useMemo(
    () =>
      landmarks.map(({ id, name, position }) => ({
        id,
        position,
        label: name,
        tone: 'good' as const,
        icon: 'home' as const,
      })),
    [landmarks],
  );
  const { blockMap, list } = communities;
  return remoteView({
    remote: list,
    onRetry: () => void communities.load(),
    isOnline: settings.isOnline,
    loading: <LoadingRows count={2} />,
    children: () =>
      communities.current ? (
        <>
          <AreaMap
            label={texts.map}
            blockMap={blockMap.data}
            centre={pick.start ?? communities.current.centre}
            lookAt={pick.lookAt}
            markers={markers}
            origin={pick.origin}
            hasAccuracy
            onMarker={(id) => {
              const landmark = landmarks.find((one) => one.id === id);
              if (landmark) pick.goToLandmark(landmark);
            }}
            onCentre={pick.point}
          />
          <View className="place-picker__pin" {...semantics({ 'aria-hidden': true })}>
            <View className={`place-picker__drop ${pick.aim ? '' : 'place-picker__drop--loose'}`} />
            <View className="place-picker__point" />
          </View>
          <Pressable className="place-picker__here" label={texts.here} onPress={pick.locate}>
            <Icon name="locate" />
          </Pressable>
          {isWeb && blockMap.status === 'failed' && blockMap.data === null ? (
            <View className="place-picker__lost">
              <Notice
                icon="warning"
                tone="warn"
                action={{ text: uiTexts.retry, onPress: () => void communities.loadBlockMap() }}
              >
                {texts.noMap}
              </Notice>
            </View>
          ) : null}
        </>
      ) : null,
  });
});

/** Chooses a place on the community's map, by finger, keys, the phone's position or WeChat's map; and says it in words. */
export const PlacePicker = observer((props: PlacePickerProps) => {
  const { landmarks, wordsLength, onPick } = props;
  const pick = usePlacePick(props.picked);
  const { aim, words, phone } = pick;
  const { locateIfAgreed } = phone;
  const isFirst = props.picked === null;
  useEffect(() => {
    if (isFirst) locateIfAgreed();
    // Once, as it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <View className="place-picker">
      <View className="place-picker__map">
        <PinnedMap pick={pick} landmarks={landmarks} />
      </View>
      <View className="place-picker__card">
        <View className="place-picker__said" {...semantics({ role: 'status', 'aria-live': 'polite' })}>
          <View className="place-picker__where">{aim ? whereText(aim, landmarks) : texts.aim}</View>
          <View className="place-picker__how">{hintOf(pick)}</View>
        </View>
        {pick.notice ? (
          <Notice icon="warning" tone="warn">
            {pick.notice}
          </Notice>
        ) : null}
        {wordsLength > 0 ? (
          <TextField
            label={texts.words}
            value={words}
            placeholder={texts.wordsPlaceholder}
            maxLength={wordsLength}
            onChange={pick.setWords}
          />
        ) : null}
        {pick.hasWechat ? (
          <ActionButton icon="search" text={texts.wechat} onPress={pick.chooseOnWechat} />
        ) : null}
        <ActionButton
          kind="primary"
          icon="check"
          text={texts.confirm}
          isDisabled={aim === null}
          onPress={() =>
            aim && onPick({ position: aim.position, source: aim.source, placeText: words.trim() })
          }
        />
      </View>
      {phone.sheet}
    </View>
  );
});
