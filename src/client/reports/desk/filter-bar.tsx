import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import { caseLimits } from '../../../contract/report-cases';
import { FilterChips, FiltersButton } from '../../ui/filters';
import { Pressable } from '../../ui/pressable';
import { SearchField } from '../../ui/search-field';
import { Segments } from '../../ui/segments';
import { semantics } from '../../ui/semantics';
import { chosenFilters } from './chosen-filters';
import { FilterSheet } from './filter-sheet';
import type { TriageStore } from './triage-store';
import { triageTexts as texts } from './triage-texts';
import './filter-bar.scss';

const views = [
  { value: 'list', text: texts.list, icon: 'list' },
  { value: 'board', text: texts.board, icon: 'board' },
  { value: 'map', text: texts.map, icon: 'map' },
] as const;

interface FilterBarProps {
  store: TriageStore;
  /** What else belongs in the row. */
  children: ReactNode;
}

/** How the desk is looked at, what it is narrowed by, and what of that is chosen. */
export const FilterBar = observer(({ store, children }: FilterBarProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = chosenFilters(store.filters, store.assignees.data).map(({ text, without }) => ({
    text,
    onRemove: () => void store.filter(without),
  }));
  return (
    <View className="filter-bar">
      <View className="filter-bar__row">
        <Segments
          label={texts.viewAs}
          value={store.view}
          options={views}
          onChange={(view) => void store.setView(view)}
        />
        <View className="filter-bar__search">
          <SearchField
            key={store.filters.search}
            label={texts.search}
            placeholder={texts.searchPlaceholder}
            maxLength={caseLimits.searchLength}
            searched={store.filters.search}
            onSearch={(words) => void store.filter({ search: words.trim() })}
          />
        </View>
        <FiltersButton
          text={chosen.length > 0 ? texts.filtersOn(chosen.length) : texts.filters}
          onPress={() => setIsOpen(true)}
        />
        {children}
      </View>
      {chosen.length > 0 ? (
        <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.chosenFilters })}>
          <FilterChips chosen={chosen} without={texts.without} />
          <Pressable className="filter-bar__clear" onPress={() => void store.clear()}>
            {texts.clearAll}
          </Pressable>
        </View>
      ) : null}
      <FilterSheet store={store} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </View>
  );
});
