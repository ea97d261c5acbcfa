import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { metresBetween } from '../ui/distance';
import { Heading } from '../ui/heading';
import { Notice } from '../ui/notice';
import type { Landmark } from '../ui/place-pick';
import { PlaceSheet } from '../ui/place-sheet';
import { TextField } from '../ui/text-field';
import { usePosition } from '../ui/use-position';
import { positionTexts as texts } from './form-texts';
import './position-field.scss';
import { draftedPosition, positionOf, typedPosition, type ShopDraft, type ShopErrors } from './shop-draft';

interface PositionFieldProps {
  draft: ShopDraft;
  errors: ShopErrors;
  onChange: (change: Partial<ShopDraft>) => void;
}

/** A shop farther from the middle of its community is most likely a slip of the pen, metres. */
const usualM = 20_000;
const degreesLength = 14;
const noStations: readonly Landmark[] = [];

function noticeOf(outcome: 'picked' | 'found' | 'refused' | 'failed' | null, accuracyM: number) {
  if (outcome === 'picked') return { isGood: true, text: texts.pickedOnMap(accuracyM) };
  if (outcome === 'found') return { isGood: true, text: texts.found(accuracyM) };
  return outcome && { isGood: false, text: texts[outcome] };
}

/** Where a shop is: on the map, where the phone is now, or typed; a place far away is asked about. */
export const PositionField = observer(({ draft, errors, onChange }: PositionFieldProps) => {
  const { communities, stations } = useRootStore();
  const [isPicking, setIsPicking] = useState(false);
  const [hasPicked, setHasPicked] = useState(false);
  const { locate, isLocating, outcome, forget, sheet } = usePosition((found) => {
    setHasPicked(false);
    onChange(draftedPosition(found));
  });
  const type = (part: Partial<Pick<ShopDraft, 'lng' | 'lat'>>) => {
    forget();
    setHasPicked(false);
    onChange(typedPosition(part));
  };
  const [position, centre] = [positionOf(draft), communities.current?.centre];
  const metres = position && centre ? metresBetween(position, centre) : 0;
  const notice = noticeOf(hasPicked ? 'picked' : outcome, Math.round(draft.accuracyM));
  return (
    <View className="position-field">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint}</View>
      <View className="position-field__ways">
        <ActionButton icon="map" text={texts.onMap} onPress={() => setIsPicking(true)} />
        <ActionButton
          icon="locate"
          text={isLocating ? texts.locating : texts.here}
          isWorking={isLocating}
          onPress={locate}
        />
      </View>
      {notice ? (
        <Notice icon={notice.isGood ? 'check' : 'warning'} tone={notice.isGood ? 'good' : 'warn'}>
          {notice.text}
        </Notice>
      ) : null}
      <View className="position-field__pair">
        <TextField
          label={texts.lng}
          value={draft.lng}
          placeholder={texts.lngPlaceholder}
          maxLength={degreesLength}
          error={errors.lng ?? null}
          onChange={(lng) => type({ lng })}
        />
        <TextField
          label={texts.lat}
          value={draft.lat}
          placeholder={texts.latPlaceholder}
          maxLength={degreesLength}
          error={errors.lat ?? null}
          onChange={(lat) => type({ lat })}
        />
      </View>
      <View className="hint">{texts.picked}</View>
      {metres > usualM ? (
        <Notice icon="warning" tone="warn">
          {texts.far(Math.round(metres / 1000))}
        </Notice>
      ) : null}
      {sheet}
      <PlaceSheet
        isOpen={isPicking}
        title={texts.pickTitle}
        picked={position && { position, placeText: '', source: 'pin' }}
        landmarks={stations.list.data ?? noStations}
        wordsLength={0}
        onPick={(place) => {
          forget();
          setHasPicked(true);
          onChange(draftedPosition(place.position));
          setIsPicking(false);
        }}
        onClose={() => setIsPicking(false)}
      />
    </View>
  );
});
