import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ActionButton } from '../ui/action-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { FilterChips, FiltersButton, type ChosenFilter } from '../ui/filters';
import { Heading } from '../ui/heading';
import { semantics } from '../ui/semantics';
import './filter-row.scss';
import { filterTexts as texts } from './filter-texts';

/** The way to the filters, and what narrows the list, each to be taken out. */
export function FilterRow({ chosen, onOpen }: { chosen: readonly ChosenFilter[]; onOpen: () => void }) {
  return (
    <View className="activity-filters" {...semantics({ role: 'group', 'aria-label': texts.filters })}>
      <FiltersButton text={texts.filters} onPress={onOpen} />
      <FilterChips chosen={chosen} without={texts.without} />
    </View>
  );
}

export function FilterPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="activity-filters__part">
      <Heading level={3}>{title}</Heading>
      {children}
    </View>
  );
}

interface FilterSheetProps {
  isOpen: boolean;
  onClear: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** All that a list can be narrowed by; each choice shows at once. */
export function FilterSheet({ isOpen, onClear, onClose, children }: FilterSheetProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.filters}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.show} onPress={onClose} />
          <ActionButton kind="quiet" text={texts.clear} onPress={onClear} />
        </>
      }
    >
      <View className="activity-filters__parts">{children}</View>
    </BottomSheet>
  );
}
