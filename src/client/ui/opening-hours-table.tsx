import { View } from '@tarojs/components';
import type { Opening, OpeningHours } from '../../contract/opening-hours';
import { Heading } from './heading';
import { dateText, dayAt } from './dates';
import { comingExceptions, spansText, weeklyLines } from './opening-text';
import { openingTexts } from './texts';
import './opening-hours-table.scss';

/** Every community of ours lies in this zone; used only where the answer names no instant. */
const homeOffset = '1970-01-01T00:00:00+08:00';

export function OpeningHoursTable({ hours, opening }: { hours: OpeningHours; opening: Opening }) {
  const today = dayAt(new Date(), opening.changesAt ?? homeOffset);
  const exceptions = comingExceptions(hours, today);
  return (
    <View className="card opening-hours">
      <Heading level={2}>{openingTexts.hours}</Heading>
      {weeklyLines(hours, today).map(({ days, hours: spans, isToday }) => (
        <View key={days} className={`opening-hours__line ${isToday ? 'opening-hours__line--today' : ''}`}>
          <View className="opening-hours__days">{days}</View>
          <View className="opening-hours__spans">{spans}</View>
        </View>
      ))}
      {exceptions.length > 0 ? (
        <View className="opening-hours__exceptions">
          <Heading level={3}>{openingTexts.exceptions}</Heading>
          {exceptions.map(({ date, spans, note }) => (
            <View key={date} className="opening-hours__line">
              <View className="opening-hours__days">{`${dateText(date)}${note ? `（${note}）` : ''}`}</View>
              <View className="opening-hours__spans">{spansText(spans)}</View>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  );
}
