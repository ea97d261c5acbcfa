import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import { weekdays } from '../ui/dates';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { semantics } from '../ui/semantics';
import { SwitchRow } from '../ui/switch-row';
import { WhenField } from '../ui/when-field';
import { hoursTexts as texts } from './form-texts';
import './hours-editor.scss';
import {
  addSpan,
  copyDay,
  dayText,
  isOverlapping,
  isWholeDay,
  maxSpans,
  spansOn,
  toggledWholeDay,
  weekdayNumbers,
  withDay,
} from './week-hours';

interface SpanProps {
  span: OpeningSpan;
  at: number;
  isOnly: boolean;
  onChange: (span: OpeningSpan) => void;
  onRemove: () => void;
}

/** A time field knows no 24:00; midnight closes the day all the same. */
const fieldTime = (time: string) => (time === '24:00' ? '00:00' : time);

function Span({ span, at, isOnly, onChange, onRemove }: SpanProps) {
  const { opens, closes } = span;
  const until = closes <= opens ? texts.nextDay : texts.closesOnly;
  return (
    <View className="hours-editor__span">
      <WhenField
        label={isOnly ? texts.opensOnly : texts.opens(at)}
        kind="time"
        value={opens}
        onChange={(time) => onChange({ opens: time, closes })}
      />
      <WhenField
        label={isOnly ? until : texts.closes(at)}
        kind="time"
        value={fieldTime(closes)}
        onChange={(time) => onChange({ opens, closes: time })}
      />
      {isOnly ? null : (
        <Pressable className="hours-editor__remove" label={texts.remove(at)} onPress={onRemove}>
          <Icon name="trash" />
        </Pressable>
      )}
    </View>
  );
}

interface DayProps {
  hours: OpeningHours;
  weekday: number;
  name: string;
  onChange: (hours: OpeningHours) => void;
}

function DayFields({ hours, weekday, name, onChange }: DayProps) {
  const spans = spansOn(hours, weekday);
  const set = (changed: readonly OpeningSpan[]) => onChange(withDay(hours, weekday, changed));
  const isWhole = isWholeDay(spans);
  return (
    <View className="hours-editor__fields">
      <SwitchRow
        text={texts.isOpen(name)}
        isOn={spans.length > 0}
        onToggle={() => set(spans.length > 0 ? [] : addSpan([]))}
      />
      {spans.length > 0 ? (
        <SwitchRow
          text={texts.wholeDay}
          label={texts.wholeDayOf(name)}
          isOn={isWhole}
          onToggle={() => set(toggledWholeDay(spans))}
        />
      ) : null}
      {isWhole
        ? null
        : spans.map((span, index) => (
            <Span
              key={index}
              span={span}
              at={index + 1}
              isOnly={spans.length === 1}
              onChange={(changed) => set(spans.map((one, other) => (other === index ? changed : one)))}
              onRemove={() => set(spans.filter((_, other) => other !== index))}
            />
          ))}
      {isOverlapping(spans) ? (
        <View className="field__wrong" {...semantics({ role: 'alert' })}>
          {texts.overlap}
        </View>
      ) : null}
      <View className="hours-editor__acts">
        {spans.length > 0 && spans.length < maxSpans && !isWhole ? (
          <Pressable className="hours-editor__act" onPress={() => set(addSpan(spans))}>
            {texts.add}
          </Pressable>
        ) : null}
        <Pressable
          className="hours-editor__act"
          onPress={() => onChange(copyDay(hours, weekday, weekdayNumbers.slice(0, 5)))}
        >
          {texts.toWeekdays}
        </Pressable>
        <Pressable
          className="hours-editor__act"
          onPress={() => onChange(copyDay(hours, weekday, weekdayNumbers))}
        >
          {texts.toAll}
        </Pressable>
      </View>
    </View>
  );
}

interface HoursEditorProps {
  hours: OpeningHours;
  onChange: (hours: OpeningHours) => void;
}

/** A normal week, day by day; one day is open at a time. Exceptions stay as they are. */
export function HoursEditor({ hours, onChange }: HoursEditorProps) {
  const [openDay, setOpenDay] = useState<number | null>(null);
  const { exceptions } = hours;
  return (
    <View className="hours-editor">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint}</View>
      {weekdayNumbers.map((weekday) => {
        const name = weekdays[weekday - 1] ?? '';
        const isOpen = weekday === openDay;
        return (
          <View key={weekday} className="hours-editor__day">
            <Pressable
              className="hours-editor__row"
              label={`${name} ${dayText(hours, weekday)}`}
              isPressed={isOpen}
              onPress={() => setOpenDay(isOpen ? null : weekday)}
            >
              <View className="hours-editor__name">{name}</View>
              <View
                className={`hours-editor__times ${isOverlapping(spansOn(hours, weekday)) ? 'hours-editor__times--wrong' : ''}`}
              >
                {dayText(hours, weekday)}
              </View>
              <Icon
                name="next"
                className={`hours-editor__turn ${isOpen ? 'hours-editor__turn--down' : ''}`}
              />
            </Pressable>
            {isOpen ? <DayFields hours={hours} weekday={weekday} name={name} onChange={onChange} /> : null}
          </View>
        );
      })}
      {exceptions.length > 0 ? <View className="hint">{texts.exceptions(exceptions.length)}</View> : null}
    </View>
  );
}
