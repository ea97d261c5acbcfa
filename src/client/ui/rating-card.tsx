import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionButton } from './action-button';
import { Heading } from './heading';
import { LongTextField } from './long-text-field';
import './rating-card.scss';
import { starTexts } from './star-texts';
import { Stars } from './stars';

interface RatingCardProps {
  title: string;
  hint: string;
  label: string;
  placeholder: string;
  maxLength: number;
  confirm: string;
  isWorking: boolean;
  onRate: (stars: number, words: string) => void;
  /** The way back where it is not done. */
  other?: { text: string; onPress: () => void } | null;
}

/** Asks how it was: stars first, words if one likes. */
export function RatingCard(props: RatingCardProps) {
  const { title, hint, isWorking, onRate, other } = props;
  const [stars, setStars] = useState(0);
  const [words, setWords] = useState('');
  return (
    <View className="card rating">
      <Heading level={2}>{title}</Heading>
      <View className="hint">{hint}</View>
      <Stars stars={stars} onChange={setStars} />
      {stars > 0 ? (
        <>
          <View className="rating__said">{starTexts.words[stars - 1]}</View>
          <LongTextField
            label={props.label}
            value={words}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            onChange={setWords}
          />
        </>
      ) : null}
      <ActionButton
        kind="primary"
        icon="check"
        text={props.confirm}
        isWorking={isWorking}
        isDisabled={stars === 0}
        onPress={() => onRate(stars, words.trim())}
      />
      {other ? <ActionButton kind="quiet" icon="retry" text={other.text} onPress={other.onPress} /> : null}
    </View>
  );
}
