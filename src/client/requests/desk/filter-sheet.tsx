import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import { requestDueKinds } from '../../../contract/request-cases';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { Heading } from '../../ui/heading';
import { scopes } from './filters';
import './filter-sheet.scss';
import type { RequestListStore } from './list-store';
import { dueKindTexts, listTexts as texts, scopeTexts } from './texts';

interface FilterSheetProps {
  store: RequestListStore;
  isOpen: boolean;
  onClose: () => void;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="request-filter">
      <Heading level={3}>{title}</Heading>
      {children}
    </View>
  );
}

const any = { value: '', text: texts.any };

/** All that the list can be narrowed by; each choice shows at once. */
export const FilterSheet = observer(({ store, isOpen, onClose }: FilterSheetProps) => {
  const { scope, categoryIds, departmentId, due } = store.filters;
  const categories = store.categories.data ?? [];
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.filters}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.showResults} onPress={onClose} />
          <ActionButton kind="quiet" text={texts.clearAll} onPress={() => void store.clear()} />
        </>
      }
    >
      <View className="request-filter__all">
        <Part title={texts.scope}>
          <Chips
            label={texts.scope}
            value={scope}
            options={scopes.map((value) => ({ value, text: scopeTexts[value] }))}
            onChange={(value) => void store.filter({ scope: value, states: [] })}
          />
        </Part>
        <Part title={texts.due}>
          <Chips
            label={texts.due}
            value={due ?? ''}
            options={[any, ...requestDueKinds.map((value) => ({ value, text: dueKindTexts[value] }))]}
            onChange={(value) => void store.filter({ due: value === '' ? null : (value as typeof due) })}
          />
        </Part>
        {categories.length > 0 ? (
          <Part title={texts.category}>
            <Chips
              label={texts.category}
              value={categoryIds[0] ?? ''}
              options={[any, ...categories.map(({ id, name }) => ({ value: id, text: name }))]}
              onChange={(id) => void store.filter({ categoryIds: id ? [id] : [] })}
            />
          </Part>
        ) : null}
        {store.departments.length > 1 ? (
          <Part title={texts.department}>
            <Chips
              label={texts.department}
              value={departmentId ?? ''}
              options={[any, ...store.departments.map(({ id, name }) => ({ value: id, text: name }))]}
              onChange={(id) => void store.filter({ departmentId: id || null })}
            />
          </Part>
        ) : null}
      </View>
    </BottomSheet>
  );
});
