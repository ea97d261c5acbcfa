import { View } from '@tarojs/components';
import { semantics } from './semantics';
import './person-line.scss';

interface PersonLineProps {
  nickname: string;
  /** Whom one rides for, a masked number: what tells two of a name apart. */
  hint: string;
}

/** Somebody, as a list has them. */
export function PersonLine({ nickname, hint }: PersonLineProps) {
  return (
    <View className="person-line">
      <View className="person-line__picture" {...semantics({ 'aria-hidden': true })}>
        {Array.from(nickname)[0] ?? ''}
      </View>
      <View className="person-line__words">
        <View className="person-line__name">{nickname}</View>
        <View className="hint">{hint}</View>
      </View>
    </View>
  );
}
