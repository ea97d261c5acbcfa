import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import { monthTexts as texts } from './texts';
import './month-stepper.scss';

interface MonthStepperProps {
  /** `YYYY-MM` */
  month: string;
  /** There is none after it yet. */
  isLast: boolean;
  onStep: (months: -1 | 1) => void;
}

/** A month, and the ones before and after. */
export function MonthStepper({ month, isLast, onStep }: MonthStepperProps) {
  const [year = '', number = ''] = month.split('-');
  return (
    <View className="month-stepper" {...semantics({ 'aria-label': texts.choose })}>
      <Pressable className="month-stepper__step" label={texts.earlier} onPress={() => onStep(-1)}>
        <Icon name="back" />
      </Pressable>
      <View className="month-stepper__name" {...semantics({ 'aria-live': 'polite' })}>
        {texts.month(year, number)}
      </View>
      <Pressable
        className={`month-stepper__step ${isLast ? 'month-stepper__step--off' : ''}`}
        label={texts.later}
        isDisabled={isLast}
        onPress={() => onStep(1)}
      >
        <Icon name="next" />
      </Pressable>
    </View>
  );
}
