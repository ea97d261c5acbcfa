import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect } from 'react';
import { useRootStore } from '../../root-store';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { codesTexts as texts } from '../texts';
import type { CodesStore } from './codes-store';
import './mini-program-code.scss';

interface MiniProgramCodeProps {
  store: CodesStore;
  name: string;
}

/** WeChat's own round code, as WeChat draws it. */
export const MiniProgramCodeView = observer(({ store, name }: MiniProgramCodeProps) => {
  const { settings } = useRootStore();
  useEffect(() => void store.loadMiniProgramCode(), [store]);
  return remoteView({
    remote: store.miniProgramCode,
    onRetry: () => void store.loadMiniProgramCode(),
    isOnline: settings.isOnline,
    loading: <LoadingRows count={2} />,
    children: ({ contentType, image }) => (
      <>
        <View className="mini-program-code">
          <Image
            className="mini-program-code__picture"
            src={`data:${contentType};base64,${image}`}
            showMenuByLongpress
            {...semantics({ 'aria-label': texts.qrAlt(name, texts.miniProgram) })}
          />
        </View>
        <View className="hint codes__hint">{texts.miniProgramHint}</View>
      </>
    ),
  });
});
