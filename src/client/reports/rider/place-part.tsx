import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { reportLimits } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import type { PickedPlace } from '../../ui/place-pick';
import { PlaceSheet } from '../../ui/place-sheet';
import { TextField } from '../../ui/text-field';
import { usePosition } from '../../ui/use-position';
import type { DraftContents, ReportDraft } from '../draft';
import './place-part.scss';
import { newTexts as texts, sourceTexts } from './texts';

interface PlacePartProps {
  draft: Pick<ReportDraft, 'place' | 'placeText'>;
  /** Something is written already: the place is found out without being asked for, where its person agreed to that. */
  isBegun: boolean;
  onChange: (change: Partial<DraftContents>) => void;
}

/** Where it is: by the phone's position, moved or chosen on the map, and in words. */
export const PlacePart = observer(({ draft, isBegun, onChange }: PlacePartProps) => {
  const { stations } = useRootStore();
  const [isPicking, setIsPicking] = useState(false);
  const { place, placeText } = draft;
  const phone = usePosition((position) => onChange({ place: { position, source: 'device' } }));
  const { locateIfAgreed } = phone;
  const isWanted = isBegun && place === null;
  useEffect(() => {
    if (isWanted) locateIfAgreed();
    // Once a draft has begun, not again when the fix fails.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isBegun]);
  useEffect(() => {
    if (isPicking) void stations.loadNearby();
  }, [isPicking, stations]);
  const landmarks = (stations.nearby.data ?? []).map(({ id, name, position }) => ({ id, name, position }));
  const pick = ({ position, source, placeText: words }: PickedPlace) => {
    setIsPicking(false);
    onChange({ place: { position, source }, placeText: words });
  };
  const outcome =
    phone.outcome === 'refused' ? texts.refused : phone.outcome === 'failed' ? texts.failed : null;
  return (
    <View className="card place-part">
      <Heading level={2}>{texts.where}</Heading>
      {place ? (
        <View className="place-part__found">
          <Icon name="pin" />
          <View>{sourceTexts[place.source](Math.round(place.position.accuracyM))}</View>
        </View>
      ) : (
        <View className="hint">{phone.isLocating ? texts.locating : texts.noPlace}</View>
      )}
      {outcome && !place ? (
        <Notice icon="info" tone="warn">
          {outcome}
        </Notice>
      ) : null}
      <View className="place-part__ways">
        {place ? null : (
          <ActionButton icon="locate" text={texts.here} isWorking={phone.isLocating} onPress={phone.locate} />
        )}
        <ActionButton icon="map" text={place ? texts.move : texts.pick} onPress={() => setIsPicking(true)} />
      </View>
      <TextField
        label={texts.placeText}
        value={placeText}
        placeholder={texts.placeTextExample}
        maxLength={reportLimits.placeLength}
        onChange={(words) => onChange({ placeText: words })}
      />
      {phone.sheet}
      <PlaceSheet
        isOpen={isPicking}
        title={texts.placeTitle}
        picked={place && { ...place, placeText }}
        landmarks={landmarks}
        wordsLength={0}
        onPick={pick}
        onClose={() => setIsPicking(false)}
      />
    </View>
  );
});
