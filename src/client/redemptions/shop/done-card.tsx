import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Redemption } from '../../../contract/redemptions';
import { valueText } from '../../coupons/value-text';
import { timeText } from '../../ui/dates';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import './done-card.scss';
import { doneTexts as texts } from './texts';

/** 123456 → “123 456”. */
const spaced = (number: string) => `${number.slice(0, 3)} ${number.slice(3)}`;

interface DoneProps {
  redemption: Redemption;
  onReverse: (redemption: Redemption) => void;
}

/** What was just redeemed, with the number that both phones show. */
export const DoneCard = observer(({ redemption, onReverse }: DoneProps) => {
  const { number, coupon, rider, at, reversed } = redemption;
  return (
    <View className={`card done-card ${reversed ? 'done-card--reversed' : ''}`}>
      <View className="done-card__state">
        <Icon name={reversed ? 'history' : 'check'} />
        <View>{reversed ? texts.reversed : texts.done}</View>
      </View>
      <View className="done-card__number">{spaced(number)}</View>
      {reversed ? null : <View className="done-card__hint">{texts.compare}</View>}
      <View className="done-card__what">
        {rider} · {valueText(coupon.value)} · {timeText(at)}
      </View>
      {reversed ? null : (
        <Pressable className="done-card__reverse" onPress={() => onReverse(redemption)}>
          {texts.reverse}
        </Pressable>
      )}
    </View>
  );
});

/** One of those before it. */
export function EarlierRow({ redemption, onReverse }: DoneProps) {
  const { number, coupon, rider, at, reversed } = redemption;
  return (
    <View className="earlier-row">
      <View className="earlier-row__words">
        <View className="earlier-row__number">{spaced(number)}</View>
        <View className="hint">
          {timeText(at)} · {rider} · {coupon.title}
        </View>
      </View>
      {reversed ? (
        <Tag text={texts.reversed} />
      ) : (
        <Pressable
          className="earlier-row__reverse"
          label={`${texts.reverse} ${number}`}
          onPress={() => onReverse(redemption)}
        >
          {texts.reverse}
        </Pressable>
      )}
    </View>
  );
}
