import { View } from '@tarojs/components';
import './chips.scss';
import './filters.scss';
import { Icon } from './icon';
import { Pressable } from './pressable';

export interface ChosenFilter {
  readonly text: string;
  readonly onRemove: () => void;
}

/** The way to all that a list can be narrowed by. */
export function FiltersButton({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Pressable className="filters-button" onPress={onPress}>
      <Icon name="settings" />
      <View>{text}</View>
    </Pressable>
  );
}

interface FilterChipsProps {
  chosen: readonly ChosenFilter[];
  /** What touching one does, by its text. */
  without: (text: string) => string;
}

/** What narrows a list, each to be taken out. */
export function FilterChips({ chosen, without }: FilterChipsProps) {
  return (
    <>
      {chosen.map(({ text, onRemove }) => (
        <Pressable key={text} className="chips__one chips__one--on" label={without(text)} onPress={onRemove}>
          <View>{text}</View>
          <Icon name="close" />
        </Pressable>
      ))}
    </>
  );
}
