import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { reportLimits, type Report } from '../../../contract/reports';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LongTextField } from '../../ui/long-text-field';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { useReports } from '../use-reports';
import './rating-part.scss';
import { detailTexts as texts } from './texts';

const all = [1, 2, 3, 4, 5] as const;

/** One to five, each as big as a finger. */
function Stars({ stars, onChange }: { stars: number; onChange: (stars: number) => void }) {
  return (
    <View className="stars" {...semantics({ role: 'radiogroup', 'aria-label': texts.stars })}>
      {all.map((count) => (
        <Pressable
          key={count}
          role="radio"
          isChecked={count === stars}
          label={`${texts.star(count)}，${texts.starWords[count - 1] ?? ''}`}
          className={`stars__one ${count <= stars ? 'stars__one--on' : ''}`}
          onPress={() => onChange(count)}
        >
          <Icon name="star" />
        </Pressable>
      ))}
    </View>
  );
}

export function GivenStars({ stars }: { stars: number }) {
  return (
    <View className="stars stars--given" {...semantics({ role: 'img', 'aria-label': texts.star(stars) })}>
      {all.map((count) => (
        <View key={count} className={`stars__given ${count <= stars ? 'stars__one--on' : ''}`}>
          <Icon name="star" />
        </View>
      ))}
    </View>
  );
}

/** Asks whether it is done, with the way back where it is not. */
export const RatingPart = observer(({ report, onReopen }: { report: Report; onReopen: () => void }) => {
  const { moves } = useReports();
  const [stars, setStars] = useState(0);
  const [words, setWords] = useState('');
  return (
    <View className="card rating">
      <Heading level={2}>{texts.rate}</Heading>
      <View className="hint">{texts.rateHint}</View>
      <Stars stars={stars} onChange={setStars} />
      {stars > 0 ? (
        <>
          <View className="rating__said">{texts.starWords[stars - 1]}</View>
          <LongTextField
            label={texts.ratingWords}
            value={words}
            maxLength={reportLimits.ratingWordsLength}
            placeholder={texts.ratingExample}
            onChange={setWords}
          />
        </>
      ) : null}
      <ActionButton
        kind="primary"
        icon="check"
        text={texts.rateSend}
        isWorking={moves.isWorking}
        isDisabled={stars === 0}
        onPress={() => void moves.rate(report, stars, words.trim())}
      />
      {report.can.askToReopen ? (
        <ActionButton kind="quiet" icon="retry" text={texts.notDone} onPress={onReopen} />
      ) : null}
    </View>
  );
});
