import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { LocationError } from '../platform/location-error';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { Heading } from '../ui/heading';
import { Notice } from '../ui/notice';
import { PositionConsent } from '../ui/position-consent';
import { TextField } from '../ui/text-field';
import { positionTexts as texts } from './form-texts';
import './position-field.scss';
import { draftedPosition, positionOf, typedPosition, type ShopDraft, type ShopErrors } from './shop-draft';

interface PositionFieldProps {
  draft: ShopDraft;
  errors: ShopErrors;
  onChange: (change: Partial<ShopDraft>) => void;
}

const locateTimeoutMs = 10_000;
/** A shop farther from the middle of its community is most likely a slip of the pen, km. */
const usualKm = 20;
const degreesLength = 14;

function kmBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const kmPerDegree = 111.32;
  const east = (a.lng - b.lng) * kmPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot((a.lat - b.lat) * kmPerDegree, east);
}

type Outcome = { tone: 'good' | 'warn'; text: string } | null;

/** Finds where the phone is, once its person has agreed to that. */
function useHere(onFound: (change: Partial<ShopDraft>) => void) {
  const { device, settings } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const [isLocating, setIsLocating] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const find = async () => {
    setIsAsking(false);
    setIsLocating(true);
    try {
      const found = await device.location.locate({ timeoutMs: locateTimeoutMs });
      onFound(draftedPosition(found));
      setOutcome({ tone: 'good', text: texts.found(Math.round(found.accuracyM)) });
    } catch (error) {
      const isRefused = error instanceof LocationError && error.reason === 'refused';
      setOutcome({ tone: 'warn', text: isRefused ? texts.refused : texts.failed });
    } finally {
      setIsLocating(false);
    }
  };
  const agree = () => {
    settings.givePosition();
    void find();
  };
  const sheet = (
    <PositionConsent
      isOpen={isAsking}
      onAgree={agree}
      onRefuse={() => {
        setIsAsking(false);
        settings.refusePosition();
        setOutcome({ tone: 'warn', text: texts.refused });
      }}
      onClose={() => setIsAsking(false)}
    />
  );
  const locate = () => (settings.consents.position === 'given' ? void find() : setIsAsking(true));
  return { locate, isLocating, outcome, clear: () => setOutcome(null), sheet };
}

/** Where a shop is: where the phone is now, or typed; a place far away is asked about. */
export const PositionField = observer(({ draft, errors, onChange }: PositionFieldProps) => {
  const { communities } = useRootStore();
  const { locate, isLocating, outcome, clear, sheet } = useHere(onChange);
  const type = (part: Partial<Pick<ShopDraft, 'lng' | 'lat'>>) => {
    clear();
    onChange(typedPosition(part));
  };
  const [position, centre] = [positionOf(draft), communities.current?.centre];
  const km = position && centre ? kmBetween(position, centre) : 0;
  return (
    <View className="position-field">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint}</View>
      <ActionButton
        icon="locate"
        text={isLocating ? texts.locating : texts.here}
        isWorking={isLocating}
        onPress={locate}
      />
      {outcome ? (
        <Notice icon={outcome.tone === 'good' ? 'check' : 'warning'} tone={outcome.tone}>
          {outcome.text}
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
      {km > usualKm ? (
        <Notice icon="warning" tone="warn">
          {texts.far(Math.round(km))}
        </Notice>
      ) : null}
      {sheet}
    </View>
  );
});
