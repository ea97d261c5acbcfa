import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import { dueKinds } from '../../../contract/report-cases';
import { reportCategories, reportStates } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { today } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { WhenField } from '../../ui/when-field';
import { reportCategoryTexts, reportStateTexts } from '../report-text';
import { scopes } from './filters';
import { MultiChips } from './multi-chips';
import type { TriageStore } from './triage-store';
import { dueKindTexts, scopeTexts, triageTexts as texts } from './triage-texts';
import './filter-sheet.scss';

interface StoreProps {
  store: TriageStore;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="filter-sheet__part">
      <Heading level={3}>{title}</Heading>
      {children}
    </View>
  );
}

const anyone = '';

const Assignees = observer(({ store }: StoreProps) => {
  const assignees = store.assignees.data;
  if (!assignees) return null;
  const { departments, gridMembers } = assignees;
  const { departmentId, gridMembershipId } = store.filters;
  const first = { value: anyone, text: texts.anyone };
  return (
    <>
      {departments.length > 0 ? (
        <Part title={texts.department}>
          <Chips
            label={texts.department}
            value={departmentId ?? anyone}
            options={[first, ...departments.map(({ id, name }) => ({ value: id, text: name }))]}
            onChange={(id) => void store.filter({ departmentId: id || null, gridMembershipId: null })}
          />
        </Part>
      ) : null}
      {gridMembers.length > 0 ? (
        <Part title={texts.gridMember}>
          <Chips
            label={texts.gridMember}
            value={gridMembershipId ?? anyone}
            options={[first, ...gridMembers.map(({ id, name }) => ({ value: id, text: name }))]}
            onChange={(id) => void store.filter({ gridMembershipId: id || null, departmentId: null })}
          />
        </Part>
      ) : null}
    </>
  );
});

const Dates = observer(({ store }: StoreProps) => {
  const { clock } = useRootStore().parts;
  const { from, to } = store.filters;
  const day = today(clock.now());
  if (from === null && to === null)
    return <ActionButton text={texts.setDates} onPress={() => void store.filter({ from: day, to: day })} />;
  return (
    <>
      <View className="filter-sheet__dates">
        <WhenField
          label={texts.from}
          kind="date"
          value={from ?? ''}
          onChange={(value) => void store.filter({ from: value })}
        />
        <WhenField
          label={texts.to}
          kind="date"
          value={to ?? ''}
          onChange={(value) => void store.filter({ to: value })}
        />
      </View>
      <ActionButton text={texts.clearDates} onPress={() => void store.filter({ from: null, to: null })} />
    </>
  );
});

interface FilterSheetProps extends StoreProps {
  isOpen: boolean;
  onClose: () => void;
}

/** All that the list can be narrowed by; each choice shows at once. */
export const FilterSheet = observer(({ store, isOpen, onClose }: FilterSheetProps) => {
  const { scope, states, categories, due, order } = store.filters;
  const actions = (
    <>
      <ActionButton kind="primary" text={texts.showResults} onPress={onClose} />
      <ActionButton kind="quiet" text={texts.clearAll} onPress={() => void store.clear()} />
    </>
  );
  return (
    <BottomSheet isOpen={isOpen} title={texts.filters} onClose={onClose} actions={actions}>
      <View className="filter-sheet">
        <Part title={texts.scope}>
          <Chips
            label={texts.scope}
            value={scope}
            options={scopes.map((value) => ({ value, text: scopeTexts[value] }))}
            onChange={(value) => void store.filter({ scope: value, states: [] })}
          />
        </Part>
        <Part title={texts.states}>
          <View className="hint">{texts.statesHint}</View>
          <MultiChips
            label={texts.states}
            values={states}
            options={reportStates.map((value) => ({ value, text: reportStateTexts[value].name }))}
            onChange={(values) => void store.filter({ states: values })}
          />
        </Part>
        <Part title={texts.category}>
          <MultiChips
            label={texts.category}
            values={categories}
            options={reportCategories.map((value) => ({ value, text: reportCategoryTexts[value] }))}
            onChange={(values) => void store.filter({ categories: values })}
          />
        </Part>
        <Part title={texts.due}>
          <Chips
            label={texts.due}
            value={due ?? 'any'}
            options={[
              { value: 'any' as const, text: texts.anyDue },
              ...dueKinds.map((value) => ({ value, text: dueKindTexts[value] })),
            ]}
            onChange={(value) => void store.filter({ due: value === 'any' ? null : value })}
          />
        </Part>
        <Assignees store={store} />
        <Part title={texts.order}>
          <Chips
            label={texts.order}
            value={order}
            options={[
              { value: 'due' as const, text: texts.orderDue },
              { value: 'newest' as const, text: texts.orderNewest },
            ]}
            onChange={(value) => void store.filter({ order: value })}
          />
        </Part>
        <Dates store={store} />
      </View>
    </BottomSheet>
  );
});
