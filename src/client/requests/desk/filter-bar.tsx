import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { requestCaseLimits } from '../../../contract/request-cases';
import { FilterChips, FiltersButton } from '../../ui/filters';
import { Pressable } from '../../ui/pressable';
import { SearchField } from '../../ui/search-field';
import { semantics } from '../../ui/semantics';
import { chosenFilters } from './chosen-filters';
import './filter-bar.scss';
import { FilterSheet } from './filter-sheet';
import type { RequestListStore } from './list-store';
import { listTexts as texts } from './texts';

/** Words to find one by, and what narrows the list. */
export const FilterBar = observer(({ store }: { store: RequestListStore }) => {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = chosenFilters(store.filters, store.categories.data ?? [], store.departments).map(
    ({ text, without }) => ({
      text,
      onRemove: () => void store.filter(without),
    }),
  );
  return (
    <View className="request-filters">
      <View className="request-filters__row">
        <View className="request-filters__search">
          <SearchField
            key={store.filters.search}
            label={texts.search}
            placeholder={texts.searchPlaceholder}
            maxLength={requestCaseLimits.searchLength}
            searched={store.filters.search}
            onSearch={(words) => void store.filter({ search: words.trim() })}
          />
        </View>
        <FiltersButton
          text={chosen.length > 0 ? texts.filtersOn(chosen.length) : texts.filters}
          onPress={() => setIsOpen(true)}
        />
      </View>
      {chosen.length > 0 ? (
        <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.chosenFilters })}>
          <FilterChips chosen={chosen} without={texts.without} />
          <Pressable className="request-filters__clear" onPress={() => void store.clear()}>
            {texts.clearAll}
          </Pressable>
        </View>
      ) : null}
      <FilterSheet store={store} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </View>
  );
});
