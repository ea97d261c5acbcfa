import { View } from '@tarojs/components';
import type { Activity } from '../../../contract/activities';
import { Heading } from '../../ui/heading';
import { pointText, spanText } from '../when-text';
import './facts-card.scss';
import { detailTexts as texts } from './texts';

const linesOf = ({ startsAt, endsAt, leader, department, hoursPlanned, isVolunteering, ...rest }: Activity) =>
  [
    [texts.when, spanText(startsAt, endsAt)],
    [texts.leader, leader?.nickname],
    [texts.department, department],
    [texts.hours, isVolunteering && hoursPlanned !== null ? texts.hoursText(String(hoursPlanned)) : null],
    [texts.until, rest.state === 'published' ? pointText(rest.signUpUntil) : null],
  ].flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));

/** How many places there are and are taken. */
function Places({ capacity, taken, waiting, minimum }: Activity) {
  const asides = [
    waiting > 0 ? texts.waiting(waiting) : null,
    minimum !== null && taken < minimum ? texts.minimum(minimum) : null,
  ].filter(Boolean);
  return (
    <View className="activity-facts__places">
      {capacity === null ? null : (
        <View className="activity-facts__bar">
          <View
            className="activity-facts__taken"
            style={{ width: `${Math.min(100, (taken / capacity) * 100)}%` }}
          />
        </View>
      )}
      <View className="activity-facts__counts">
        <View>{capacity === null ? texts.gone(taken) : texts.places(taken, capacity)}</View>
        <View>{capacity === null && asides.length === 0 ? texts.everyone : asides.join(' · ')}</View>
      </View>
    </View>
  );
}

export function FactsCard({ activity }: { activity: Activity }) {
  return (
    <View className="card activity-facts">
      {linesOf(activity).map(([name, text]) => (
        <View key={name} className="activity-facts__line">
          <View className="activity-facts__name">{name}</View>
          <View className="activity-facts__text">{text}</View>
        </View>
      ))}
      <Places {...activity} />
    </View>
  );
}

/** A part of words under its name. */
export function WordsCard({
  title,
  words,
  isWarning = false,
}: {
  title: string;
  words: string;
  isWarning?: boolean;
}) {
  return (
    <View className={`card activity-words ${isWarning ? 'activity-words--warn' : ''}`}>
      <Heading level={2}>{title}</Heading>
      <View className="activity-words__text">{words}</View>
    </View>
  );
}
