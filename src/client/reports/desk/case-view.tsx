import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { Assignees, Case } from '../../../contract/report-cases';
import { publicReportStates } from '../../../contract/report-figures';
import type { ReportState } from '../../../contract/reports';
import type { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { CaseFacts } from './case-facts';
import { CaseHead } from './case-head';
import { CaseMoves } from './case-moves';
import { CasePhotos } from './case-photos';
import { CaseStore } from './case-store';
import { CaseTimeline } from './case-timeline';
import { Duplicates } from './duplicates';
import { useMayDecide } from './may-decide';
import { PublicityPart } from './publicity-part';
import { triageTexts } from './triage-texts';
import './case-view.scss';

const publicStates: readonly ReportState[] = publicReportStates;

interface CaseViewProps {
  communityId: string;
  reportId: string;
  /** As the list has them already. */
  assignees: Remote<Assignees>;
  onChanged?: (changed: Case) => void;
  /** Beside the list it can be closed. */
  onClose?: () => void;
}

/** One case, with all that may be done about it. */
export const CaseView = observer((props: CaseViewProps) => {
  const { communityId, reportId, assignees, onChanged, onClose } = props;
  const root = useRootStore();
  const [store] = useState(() => new CaseStore(root, { communityId, reportId }, onChanged));
  const mayPublish = useMayDecide(communityId);
  const load = () => void store.load();
  useDidShow(load);
  // It comes when the page has long been shown.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="case-view">
      {onClose ? (
        <Pressable className="case-view__close" label={triageTexts.close} onPress={onClose}>
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
            <CasePhotos store={store} found={found} />
            {store.failure && store.action === null ? (
              <Notice icon="warning" tone="danger">
                {failureWords(store.failure).title}
              </Notice>
            ) : null}
            <CaseMoves store={store} found={found} assignees={assignees} />
            <Duplicates store={store} found={found} />
            <CaseFacts found={found} />
            {mayPublish && publicStates.includes(found.state) ? (
              <PublicityPart communityId={communityId} found={found} />
            ) : null}
            <CaseTimeline entries={found.entries} />
          </>
        ),
      })}
    </View>
  );
});
