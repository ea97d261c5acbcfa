import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { dateText, today } from '../../ui/dates';
import type { ChosenFilter } from '../../ui/filters';
import { SwitchRow } from '../../ui/switch-row';
import { WhenField } from '../../ui/when-field';
import { activityKindTexts } from '../activity-text';
import { dayWishes } from '../days';
import { FilterPart, FilterRow, FilterSheet } from '../filter-row';
import { KindParts } from '../kind-parts';
import { noWishes, type ActivityListStore } from './list-store';
import { listTexts as texts } from './texts';

const days = dayWishes.map((value) => ({ value, text: texts.days[value] }));
const oneDay = 'one';

function dayText(day: string): string {
  const wish = dayWishes.find((one) => one === day);
  return wish ? texts.days[wish] : dateText(day);
}

function chosenOf(store: ActivityListStore): ChosenFilter[] {
  const { kind, day, isOpen } = store.wishes;
  const chosen: (ChosenFilter | false)[] = [
    day !== 'any' && { text: dayText(day), onRemove: () => void store.wish({ day: 'any' }) },
    kind !== null && { text: activityKindTexts[kind], onRemove: () => void store.wish({ kind: null }) },
    isOpen && { text: texts.openShort, onRemove: () => void store.wish({ isOpen: false }) },
  ];
  return chosen.filter((one) => one !== false);
}

/** Which days, which kind, and whether one can sign up. */
export const Filters = observer(({ store }: { store: ActivityListStore }) => {
  const { parts } = useRootStore();
  const [isOpen, setIsOpen] = useState(false);
  const { wishes, when } = store;
  const isWish = dayWishes.some((wish) => wish === wishes.day);
  return (
    <>
      <FilterRow chosen={chosenOf(store)} onOpen={() => setIsOpen(true)} />
      <FilterSheet isOpen={isOpen} onClear={() => void store.wish(noWishes)} onClose={() => setIsOpen(false)}>
        {when === 'upcoming' ? (
          <SwitchRow
            text={texts.open}
            isOn={wishes.isOpen}
            onToggle={() => void store.wish({ isOpen: !wishes.isOpen })}
          />
        ) : null}
        <FilterPart title={texts.day}>
          <Chips
            label={texts.day}
            value={isWish ? wishes.day : oneDay}
            options={[...days, { value: oneDay, text: texts.oneDay }]}
            onChange={(day) => void store.wish({ day: day === oneDay ? today(parts.clock.now()) : day })}
          />
          {isWish ? null : (
            <WhenField
              label={texts.whichDay}
              kind="date"
              value={wishes.day}
              onChange={(day) => void store.wish({ day: day || 'any' })}
            />
          )}
        </FilterPart>
        <KindParts
          kind={wishes.kind}
          onChange={(kind) => void store.wish({ kind, ...(kind && { group: 'all' }) })}
        />
      </FilterSheet>
    </>
  );
});
