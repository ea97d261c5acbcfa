import { useRouter } from '@tarojs/taro';
import { Screen } from '../../ui/screen';
import { memberRoutes } from '../routes';
import { MemberView } from './member-view';
import { memberTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '成员' });

export default function MemberPage() {
  const { communityId = '', personId = '' } = memberRoutes.member.parse(useRouter().params);
  return (
    <Screen title={texts.title}>
      <MemberView communityId={communityId} personId={personId} />
    </Screen>
  );
}
