import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { BulletinFigures } from '../../../contract/bulletins';
import { plainDateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { listTexts as texts } from './texts';

/** Days shown; what came before is in the sum. */
const mostDays = 14;

/** How often it was opened, by how many, and on which days. */
export const Figures = observer(({ figures }: { figures: BulletinFigures }) => {
  const { opens, readers } = figures;
  const days = figures.days.slice(-mostDays).reverse();
  const most = Math.max(1, ...days.map((day) => day.opens));
  return (
    <View className="bulletin-figures">
      <Heading level={3}>{texts.figures}</Heading>
      {opens === 0 ? (
        <View className="hint">{texts.noFigures}</View>
      ) : (
        <>
          <View className="bulletin-figures__sum">{texts.opened(opens, readers)}</View>
          {days.map((day) => (
            <View key={day.day} className="bulletin-figures__day">
              <View className="bulletin-figures__name">{plainDateText(day.day)}</View>
              <View className="bulletin-figures__track">
                <View className="bulletin-figures__bar" style={{ width: `${(day.opens / most) * 100}%` }} />
              </View>
              <View className="bulletin-figures__count">{texts.day(day.opens, day.readers)}</View>
            </View>
          ))}
          <View className="hint">{texts.guests}</View>
        </>
      )}
    </View>
  );
});
