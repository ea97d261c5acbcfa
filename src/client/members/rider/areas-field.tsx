import { View } from '@tarojs/components';
import { useState } from 'react';
import { memberLimits } from '../../../contract/members';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { TextField } from '../../ui/text-field';
import { gridTexts as texts } from './texts';
import './areas-field.scss';
import '../../ui/chips.scss';

interface AreasFieldProps {
  areas: readonly string[];
  /** Names to choose from. */
  places: readonly string[];
  onChange: (areas: readonly string[]) => void;
}

/** Where one rides: chosen by name, or written. */
export function AreasField({ areas, places, onChange }: AreasFieldProps) {
  const [own, setOwn] = useState('');
  const isFull = areas.length >= memberLimits.areas;
  const others = places.filter((place) => !areas.includes(place));
  const add = (area: string) => {
    const name = area.trim();
    if (name === '' || isFull) return;
    if (!areas.includes(name)) onChange([...areas, name]);
    setOwn('');
  };
  return (
    <View className="areas-field">
      <View>
        <Heading level={3}>{texts.areas}</Heading>
        <View className="hint">{texts.areasHint(memberLimits.areas)}</View>
      </View>
      {areas.length > 0 ? (
        <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.chosen })}>
          {areas.map((area) => (
            <Pressable
              key={area}
              className="chips__one chips__one--on"
              label={texts.remove(area)}
              onPress={() => onChange(areas.filter((other) => other !== area))}
            >
              <View>{area}</View>
              <Icon name="close" />
            </Pressable>
          ))}
        </View>
      ) : null}
      {isFull ? <View className="hint">{texts.full}</View> : null}
      {!isFull && others.length > 0 ? (
        <>
          <View className="areas-field__caption">{texts.suggestions}</View>
          <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.suggestions })}>
            {others.map((place) => (
              <Pressable key={place} className="chips__one" onPress={() => add(place)}>
                <Icon name="plus" />
                <View>{place}</View>
              </Pressable>
            ))}
          </View>
        </>
      ) : null}
      {isFull ? null : (
        <View className="areas-field__own">
          <TextField
            label={texts.area}
            value={own}
            placeholder={texts.areaPlaceholder}
            maxLength={memberLimits.areaLength}
            onChange={setOwn}
            onConfirm={() => add(own)}
          />
          <Pressable className="areas-field__add" onPress={() => add(own)}>
            {texts.add}
          </Pressable>
        </View>
      )}
    </View>
  );
}
