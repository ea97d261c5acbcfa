import { View } from '@tarojs/components';
import './tag.scss';

interface TagProps {
  text: string;
  tone?: 'plain' | 'good' | 'warn' | 'danger' | 'accent';
}

/** A state in a word. */
export function Tag({ text, tone = 'plain' }: TagProps) {
  return <View className={`tag tag--${tone}`}>{text}</View>;
}
