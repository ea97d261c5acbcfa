import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { RequestCase } from '../../../contract/request-cases';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { CaseMoves } from './case-moves';
import { CaseFacts, CaseHead, CaseTimeline } from './case-parts';
import { RequestCaseStore } from './case-store';
import './case-view.scss';
import { listTexts } from './texts';

interface CaseViewProps {
  communityId: string;
  requestId: string;
  onChanged?: (changed: RequestCase) => void;
  /** It is others' to see from now on. */
  onGiven: () => void;
  /** Beside the list it can be closed. */
  onClose?: () => void;
}

/** One request, with all that may be done about it. */
export const CaseView = observer((props: CaseViewProps) => {
  const { communityId, requestId, onChanged, onGiven, onClose } = props;
  const root = useRootStore();
  const [store] = useState(
    () =>
      new RequestCaseStore(
        root,
        { communityId, requestId },
        { whenChanged: (changed) => onChanged?.(changed), whenGiven: onGiven },
      ),
  );
  const load = () => void store.load();
  useDidShow(load);
  // It comes when the page has long been shown.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="request-case">
      {onClose ? (
        <Pressable className="request-case__close" label={listTexts.close} onPress={onClose}>
          <Icon name="close" />
        </Pressable>
      ) : null}
      {remoteView({
        remote: store.case,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (found) => (
          <>
            <CaseHead found={found} />
            <CaseMoves store={store} found={found} />
            <CaseFacts found={found} />
            <CaseTimeline found={found} />
          </>
        ),
      })}
    </View>
  );
});
