import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { weekdays as names } from '../../ui/dates';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { SwitchRow } from '../../ui/switch-row';
import { WhenField } from '../../ui/when-field';
import type { CouponEditStore } from './edit-store';
import { editTexts as texts } from './texts';
import '../../ui/chips.scss';

interface StoreProps {
  store: CouponEditStore;
}

const Weekdays = observer(({ store }: StoreProps) => {
  const { weekdays } = store.draft;
  const kept = store.isOut ? (store.coupon?.weekdays ?? []) : [];
  const toggle = (day: number) =>
    store.write({
      weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day],
    });
  return (
    <Field label={texts.weekdays} error={store.wrong['weekdays'] ?? null}>
      <View className="chips" {...semantics({ 'aria-label': texts.weekdays })}>
        {names.map((name, index) => {
          const isOn = weekdays.includes(index + 1);
          return (
            <Pressable
              key={name}
              role="checkbox"
              className={`chips__one ${isOn ? 'chips__one--on' : ''}`}
              isChecked={isOn}
              isDisabled={kept.includes(index + 1)}
              onPress={() => toggle(index + 1)}
            >
              {isOn ? <Icon name="check" /> : null}
              <View>{name}</View>
            </Pressable>
          );
        })}
      </View>
    </Field>
  );
});

/** From which day to which, on which days of the week, and at what hours. */
export const WhenFields = observer(({ store }: StoreProps) => {
  const { draft, wrong } = store;
  return (
    <>
      <View className="coupon-edit__pair">
        <WhenField
          label={texts.startsOn}
          kind="date"
          value={draft.startsOn}
          error={wrong['startsOn'] ?? null}
          onChange={(startsOn) => store.write({ startsOn })}
        />
        <WhenField
          label={texts.endsOn}
          kind="date"
          value={draft.endsOn}
          error={wrong['endsOn'] ?? null}
          onChange={(endsOn) => store.write({ endsOn })}
        />
      </View>
      <Weekdays store={store} />
      <SwitchRow
        text={texts.hours}
        hint={texts.hoursHint}
        isOn={draft.isTimed}
        onToggle={() => store.write({ isTimed: !draft.isTimed })}
      />
      {draft.isTimed ? (
        <View className="coupon-edit__pair">
          <WhenField
            label={texts.from}
            kind="time"
            value={draft.from}
            error={wrong['hours'] ?? null}
            onChange={(from) => store.write({ from })}
          />
          <WhenField label={texts.to} kind="time" value={draft.to} onChange={(to) => store.write({ to })} />
        </View>
      ) : null}
      {!draft.isTimed && wrong['hours'] ? <View className="field__wrong">{wrong['hours']}</View> : null}
    </>
  );
});
