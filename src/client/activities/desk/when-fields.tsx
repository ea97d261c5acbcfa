import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { dayAfter } from '../../ui/dates';
import { SwitchRow } from '../../ui/switch-row';
import { WhenField } from '../../ui/when-field';
import type { DraftMoment } from './activity-draft';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts } from './edit-texts';
import { RepeatFields } from './repeat-fields';

interface StoreProps {
  store: ActivityEditStore;
}

const Hours = observer(({ store }: StoreProps) => {
  const { draft, wrong } = store;
  const isLonger = draft.endsOn !== draft.startsOn;
  // The last day moves along with the first.
  const startOn = (startsOn: string) =>
    store.write({ startsOn, endsOn: isLonger && draft.endsOn > startsOn ? draft.endsOn : startsOn });
  return (
    <>
      <View className="activity-edit__pair">
        <WhenField
          label={texts.startsOn}
          kind="date"
          value={draft.startsOn}
          error={wrong['startsAt']}
          onChange={startOn}
        />
        <WhenField
          label={texts.from}
          kind="time"
          value={draft.from}
          onChange={(from) => store.write({ from })}
        />
        <WhenField
          label={texts.to}
          kind="time"
          value={draft.to}
          error={wrong['endsAt']}
          onChange={(to) => store.write({ to })}
        />
      </View>
      <SwitchRow
        text={texts.isLonger}
        isOn={isLonger}
        onToggle={() => store.write({ endsOn: isLonger ? draft.startsOn : dayAfter(draft.startsOn, 1) })}
      />
      {isLonger ? (
        <WhenField
          label={texts.endsOn}
          kind="date"
          value={draft.endsOn}
          onChange={(endsOn) => store.write({ endsOn })}
        />
      ) : null}
    </>
  );
});

interface MomentFieldsProps {
  label: string;
  moment: DraftMoment;
  error?: string | undefined;
  onChange: (moment: DraftMoment) => void;
}

function MomentFields({ label, moment, error, onChange }: MomentFieldsProps) {
  return (
    <View className="activity-edit__pair">
      <WhenField
        label={label}
        kind="date"
        value={moment.on}
        error={error}
        onChange={(on) => onChange({ ...moment, on })}
      />
      <WhenField
        label={texts.clock}
        kind="time"
        value={moment.at}
        onChange={(at) => onChange({ ...moment, at })}
      />
    </View>
  );
}

const SignUpWindow = observer(({ store }: StoreProps) => {
  const { draft, wrong } = store;
  const { signUpFrom, signUpUntil, startsOn } = draft;
  const before = (days: number, at: string) => ({ on: dayAfter(startsOn, -days), at });
  return (
    <>
      <SwitchRow
        text={texts.fromLater}
        hint={texts.fromHint}
        isOn={signUpFrom !== null}
        onToggle={() => store.write({ signUpFrom: signUpFrom ? null : before(5, '09:00') })}
      />
      {signUpFrom ? (
        <MomentFields
          label={texts.signUpFromOn}
          moment={signUpFrom}
          error={wrong['signUpFrom']}
          onChange={(moment) => store.write({ signUpFrom: moment })}
        />
      ) : null}
      <SwitchRow
        text={texts.untilEarlier}
        hint={texts.untilHint}
        isOn={signUpUntil !== null}
        onToggle={() => store.write({ signUpUntil: signUpUntil ? null : before(1, '18:00') })}
      />
      {signUpUntil ? (
        <MomentFields
          label={texts.signUpUntilOn}
          moment={signUpUntil}
          error={wrong['signUpUntil']}
          onChange={(moment) => store.write({ signUpUntil: moment })}
        />
      ) : null}
    </>
  );
});

/** When it is, how it comes again, and from when until when one can sign up. */
export const WhenFields = observer(({ store }: StoreProps) => (
  <>
    <Hours store={store} />
    {store.isNew ? <RepeatFields store={store} /> : null}
    <SignUpWindow store={store} />
  </>
));
