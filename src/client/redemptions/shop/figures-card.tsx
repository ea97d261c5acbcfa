import { View } from '@tarojs/components';
import { dateText, weekdayName } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { semantics } from '../../ui/semantics';
import type { Figures } from './books-store';
import './figures-card.scss';
import { booksTexts as texts } from './texts';

function Count({ title, redeemed, reversed }: { title: string; redeemed: number; reversed: number }) {
  return (
    <View className="figures-card__count">
      <View className="figures-card__title">{title}</View>
      <View className="figures-card__number">
        {redeemed - reversed}
        <View className="figures-card__unit">{texts.times}</View>
      </View>
      <View className="hint">{texts.reversedOf(reversed)}</View>
    </View>
  );
}

/** Today, this week, and a bar a day. */
export function FiguresCard({ figures }: { figures: Figures }) {
  const { today, week, days } = figures;
  const standing = days.map(({ day, redeemed, reversed }) => ({ day, count: redeemed - reversed }));
  const most = Math.max(1, ...standing.map(({ count }) => count));
  return (
    <View className="card figures-card">
      <View className="figures-card__counts">
        <Count title={texts.today} {...today} />
        <Count title={texts.week} {...week} />
      </View>
      <Heading level={3}>{texts.lastDays}</Heading>
      <View className="figures-card__days">
        {standing.map(({ day, count }, index) => (
          <View
            key={day}
            className={`figures-card__day ${index === standing.length - 1 ? 'figures-card__day--today' : ''}`}
            {...semantics({ role: 'img', 'aria-label': texts.dayOf(dateText(day), count) })}
          >
            <View className="figures-card__day-count">{count}</View>
            <View className="figures-card__bar" style={{ height: `${Math.round((count / most) * 72)}px` }} />
            <View className="figures-card__weekday">{weekdayName(day).slice(1)}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
