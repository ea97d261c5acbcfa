import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { monthAfter, today } from '../../ui/dates';
import type { ChosenFilter } from '../../ui/filters';
import { MonthStepper } from '../../ui/month-stepper';
import { monthTexts } from '../../ui/texts';
import { activityKindTexts } from '../activity-text';
import { FilterPart, FilterRow, FilterSheet } from '../filter-row';
import { KindParts } from '../kind-parts';
import type { ManagedListStore } from './list-store';
import { listTexts as texts } from './texts';

const months = [
  { value: 'any', text: texts.anyMonth },
  { value: 'one', text: texts.oneMonth },
] as const;

function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return monthTexts.month(year, number);
}

function chosenOf(store: ManagedListStore): ChosenFilter[] {
  const { kind, month } = store;
  const chosen: (ChosenFilter | false)[] = [
    month !== null && { text: monthText(month), onRemove: () => void store.narrow({ month: null }) },
    kind !== null && { text: activityKindTexts[kind], onRemove: () => void store.narrow({ kind: null }) },
  ];
  return chosen.filter((one) => one !== false);
}

/** Which month, which kind. */
export const Filters = observer(({ store }: { store: ManagedListStore }) => {
  const { parts } = useRootStore();
  const [isOpen, setIsOpen] = useState(false);
  const { kind, month } = store;
  const thisMonth = today(parts.clock.now()).slice(0, 7);
  return (
    <>
      <FilterRow chosen={chosenOf(store)} onOpen={() => setIsOpen(true)} />
      <FilterSheet
        isOpen={isOpen}
        onClear={() => void store.narrow({ kind: null, month: null })}
        onClose={() => setIsOpen(false)}
      >
        <FilterPart title={texts.month}>
          <Chips
            label={texts.month}
            value={month === null ? 'any' : 'one'}
            options={months}
            onChange={(wish) => void store.narrow({ month: wish === 'any' ? null : thisMonth })}
          />
          {month === null ? null : (
            <MonthStepper
              month={month}
              isLast={false}
              onStep={(step) => void store.narrow({ month: monthAfter(month, step) })}
            />
          )}
        </FilterPart>
        <KindParts kind={kind} onChange={(next) => void store.narrow({ kind: next })} />
      </FilterSheet>
    </>
  );
});
