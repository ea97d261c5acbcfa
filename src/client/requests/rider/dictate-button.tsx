import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useRef, useState } from 'react';
import type { DictationEnd } from '../../platform/dictation';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import './dictate-button.scss';
import { dictationTexts as texts, newTexts } from './texts';

const endTexts: Record<DictationEnd, string> = {
  done: texts.hint,
  refused: texts.refused,
  unheard: texts.unheard,
};

/** To speak instead of typing: by the browser where it listens, else by the keyboard's own microphone. */
export const DictateButton = observer(({ onWords }: { onWords: (words: string) => void }) => {
  const { dictation } = useRootStore().device;
  const [ended, setEnded] = useState<DictationEnd>('done');
  const [isListening, setIsListening] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  const heard = useRef(onWords);
  heard.current = onWords;
  useEffect(() => () => stop.current(), []);
  if (!dictation.isAvailable) {
    return (
      <View className="dictate__keyboard hint">
        <Icon name="mic" />
        <View>{newTexts.keyboardHint}</View>
      </View>
    );
  }
  const toggle = () => {
    if (isListening) {
      stop.current();
      return;
    }
    setIsListening(true);
    stop.current = dictation.start({
      onWords: (words) => heard.current(words),
      onEnd(how) {
        setEnded(how);
        setIsListening(false);
      },
    });
  };
  return (
    <View className="dictate">
      <Pressable className={`dictate__button ${isListening ? 'dictate__button--on' : ''}`} onPress={toggle}>
        <Icon name="mic" />
        <View>{isListening ? texts.stop : texts.start}</View>
      </Pressable>
      <View className="hint dictate__hint" {...semantics({ role: 'status' })}>
        {isListening ? texts.listening : endTexts[ended]}
      </View>
    </View>
  );
});
