import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ActionButton } from '../ui/action-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { semantics } from '../ui/semantics';
import './filter-row.scss';
import { filterTexts as texts } from './filter-texts';

export interface ChosenFilter {
  readonly text: string;
  readonly onRemove: () => void;
}

/** The way to the filters, and what narrows the list, each to be taken out. */
export function FilterRow({ chosen, onOpen }: { chosen: readonly ChosenFilter[]; onOpen: () => void }) {
  return (
    <View className="activity-filters" {...semantics({ role: 'group', 'aria-label': texts.filters })}>
      <Pressable className="activity-filters__open" onPress={onOpen}>
        <Icon name="settings" />
        <View>{texts.filters}</View>
      </Pressable>
      {chosen.map(({ text, onRemove }) => (
        <Pressable
          key={text}
          className="chips__one chips__one--on"
          label={texts.without(text)}
          onPress={onRemove}
        >
          <View>{text}</View>
          <Icon name="close" />
        </Pressable>
      ))}
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
