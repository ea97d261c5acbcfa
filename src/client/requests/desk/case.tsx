import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useRootStore } from '../../root-store';
import { settingsRoutes } from '../../settings/routes';
import { Screen } from '../../ui/screen';
import { requestRoutes } from '../routes';
import { CaseView } from './case-view';
import { caseTexts } from './texts';

definePageConfig({ navigationBarTitleText: '诉求' });

function RequestCasePage() {
  const { device } = useRootStore();
  const { communityId = '', requestId = '' } = requestRoutes.case.parse(useRouter().params);
  const given = () => device.navigation.back(settingsRoutes.me.to());
  return (
    <Screen title={caseTexts.title}>
      <CaseView communityId={communityId} requestId={requestId} onGiven={given} />
    </Screen>
  );
}

export default observer(RequestCasePage);
