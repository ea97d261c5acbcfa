import { View } from '@tarojs/components';
import { Icon } from '../ui/icon';
import { semantics } from '../ui/semantics';
import { checkInTexts } from './texts';
import './seal.scss';

const words = {
  done: checkInTexts.result.seal,
  repeat: checkInTexts.result.sealRepeat,
  queued: checkInTexts.result.sealQueued,
};

/** The stamp a station would put on paper. Says again what the heading says. */
export function Seal({ kind }: { kind: keyof typeof words }) {
  return (
    <View className={`seal seal--${kind}`} {...semantics({ 'aria-hidden': true })}>
      <View className="seal__ring">
        <Icon name={kind === 'queued' ? 'history' : 'check'} className="seal__mark" />
        <View className="seal__word">{words[kind]}</View>
      </View>
    </View>
  );
}
