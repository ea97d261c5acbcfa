import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ReplyStore } from '../reply-store';
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
  /** What is said with it. */
  reply: ReplyStore;
  /** Says whether it worked. */
  onRate: (stars: number, words: string) => Promise<boolean>;
  /** The way back where it is not done. */
  other?: { text: string; onPress: () => void } | null;
}

/** Asks how it was: stars first, words if one likes. */
export const RatingCard = observer((props: RatingCardProps) => {
  const { title, hint, isWorking, reply, onRate, other } = props;
  const [stars, setStars] = useState(0);
  // Where something was written before, it is seen at once.
  const [isResumed] = useState(reply.words !== '');
  return (
    <View className="card rating">
      <Heading level={2}>{title}</Heading>
      <View className="hint">{hint}</View>
      <Stars stars={stars} onChange={setStars} />
      {stars > 0 ? <View className="rating__said">{starTexts.words[stars - 1]}</View> : null}
      {stars > 0 || isResumed ? (
        <LongTextField
          label={props.label}
          value={reply.words}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          onChange={reply.write}
        />
      ) : null}
      <ActionButton
        kind="primary"
        icon="check"
        text={props.confirm}
        isWorking={isWorking}
        isDisabled={stars === 0}
        onPress={() => void reply.send((words) => onRate(stars, words))}
      />
      {other ? <ActionButton kind="quiet" icon="retry" text={other.text} onPress={other.onPress} /> : null}
    </View>
  );
});
