import { View } from '@tarojs/components';
import { Avatar } from './avatar';
import { semantics } from './semantics';
import './person-line.scss';

interface PersonLineProps {
  nickname: string;
  /** Path at the cloud; without one the name's first character stands for it. */
  avatarUrl: string | null;
  /** Whom one rides for, a masked number: what tells two of a name apart. */
  hint: string;
}

/** Somebody, as a list has them. */
export function PersonLine({ nickname, avatarUrl, hint }: PersonLineProps) {
  return (
    <View className="person-line">
      {avatarUrl ? (
        <Avatar url={avatarUrl} />
      ) : (
        <View className="person-line__picture" {...semantics({ 'aria-hidden': true })}>
          {Array.from(nickname)[0] ?? ''}
        </View>
      )}
      <View className="person-line__words">
        <View className="person-line__name">{nickname}</View>
        <View className="hint">{hint}</View>
      </View>
    </View>
  );
}
