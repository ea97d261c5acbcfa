import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Assignees } from '../../../contract/report-cases';
import { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { Screen } from '../../ui/screen';
import { reportRoutes } from '../routes';
import { caseTexts as texts } from './case-texts';
import { CaseView } from './case-view';

definePageConfig({ navigationBarTitleText: '上报' });

function CasePage() {
  const { parts } = useRootStore();
  const { communityId = '', reportId = '' } = reportRoutes.case.parse(useRouter().params);
  const [assignees] = useState(() => new Remote<Assignees>(parts));
  return (
    <Screen title={texts.title}>
      <CaseView communityId={communityId} reportId={reportId} assignees={assignees} />
    </Screen>
  );
}

export default observer(CasePage);
