import { Input } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { parseCode } from '../../contract/codes';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { Heading } from '../ui/heading';
import { semantics } from '../ui/semantics';
import { checkInTexts } from './texts';
import './typed-code.scss';

/** For a scratched sticker or a camera that will not focus. */
export const TypedCode = observer(({ onTyped }: { onTyped: (code: string) => void }) => {
  const { checkIns } = useRootStore();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = () => {
    const code = parseCode(text);
    setIsWrong(code === null);
    if (code !== null) onTyped(code);
  };
  return (
    <View className="card typed-code">
      <Heading level={2}>{checkInTexts.typed}</Heading>
      <View className="hint">{checkInTexts.typedHint}</View>
      <Input
        className={`typed-code__field ${isWrong ? 'typed-code__field--wrong' : ''}`}
        value={text}
        placeholder={checkInTexts.typedPlaceholder}
        maxLength={24}
        confirmType="done"
        onChange={(value) => {
          setText(value);
          setIsWrong(false);
        }}
        onConfirm={submit}
        {...semantics({ 'aria-label': checkInTexts.typed })}
      />
      {isWrong ? (
        <View className="typed-code__wrong" {...semantics({ role: 'alert' })}>
          {checkInTexts.typedWrong}
        </View>
      ) : null}
      <ActionButton
        text={checkInTexts.typedSubmit}
        isDisabled={text.trim() === ''}
        isWorking={checkIns.isWorking}
        onPress={submit}
      />
    </View>
  );
});
