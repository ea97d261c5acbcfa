import { Text } from '@tarojs/components';
import type { Mark } from '../../../contract/bulletins';
import './marks.scss';

/** A text in which what was searched for stands out. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return marks.map(({ text, isHit }, index) => (
    <Text key={index} className={isHit ? 'marks__hit' : ''}>
      {text}
    </Text>
  ));
}
