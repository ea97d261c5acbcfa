import { View } from '@tarojs/components';
import { Icon } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './stars.scss';
import { starTexts as texts } from './star-texts';

const all = [1, 2, 3, 4, 5] as const;

/** One to five, each as big as a finger. */
export function Stars({ stars, onChange }: { stars: number; onChange: (stars: number) => void }) {
  return (
    <View className="stars" {...semantics({ role: 'radiogroup', 'aria-label': texts.stars })}>
      {all.map((count) => (
        <Pressable
          key={count}
          role="radio"
          isChecked={count === stars}
          label={`${texts.star(count)}，${texts.words[count - 1] ?? ''}`}
          className={`stars__one ${count <= stars ? 'stars__one--on' : ''}`}
          onPress={() => onChange(count)}
        >
          <Icon name={count <= stars ? 'star-full' : 'star'} />
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
          <Icon name={count <= stars ? 'star-full' : 'star'} />
        </View>
      ))}
    </View>
  );
}
