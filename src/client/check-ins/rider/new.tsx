import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect } from 'react';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { useLocate } from '../../ui/use-locate';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Still } from '../../ui/state-views';
import { CheckInFailure } from '../check-in-failure';
import { checkInRoutes, landedCode } from '../routes';
import { StationPicker } from '../station-picker';
import { checkInTexts } from '../texts';
import { TypedCode } from '../typed-code';
import { useCheckIn } from '../use-check-in';
import './new.scss';

definePageConfig({ navigationBarTitleText: '签到' });

const ScanCard = observer(({ onScanned }: { onScanned: (text: string) => void }) => {
  const { device } = useRootStore();
  const scan = async () => {
    const text = await device.scanner.scan();
    if (text !== null) onScanned(text);
  };
  return (
    <Pressable className="check-in-new__scan" onPress={() => void scan()}>
      <View className="check-in-new__scan-picture">
        <Icon name="scan" />
      </View>
      <View className="check-in-new__scan-words">
        <View className="check-in-new__scan-title">{checkInTexts.scan}</View>
        <View className="check-in-new__scan-hint">{checkInTexts.scanHint}</View>
      </View>
      <Icon name="next" />
    </Pressable>
  );
});

const SignInFirst = observer(() => {
  const { device } = useRootStore();
  return (
    <View className="check-in-new__sign-in card">
      <Heading level={2}>{checkInTexts.landingSignIn}</Heading>
      <View className="hint">{checkInTexts.landingSignInHint}</View>
      <ActionButton
        kind="primary"
        text={checkInTexts.signIn}
        onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
      />
    </View>
  );
});

function NewCheckIn() {
  const { stations, checkIns } = useRootStore();
  const landed = landedCode(checkInRoutes.create.parse(useRouter().params));
  const { byCode, at, wantsSignIn, failure, hasTried, isReading } = useCheckIn();
  useEffect(() => {
    if (landed) byCode(landed);
    // Once for what was scanned before the page opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const { locate, sheet } = useLocate(() => void stations.loadNearby());
  const isLanding = landed !== null && ((!hasTried && !failure) || isReading || checkIns.isWorking);
  return (
    <Screen title={checkInTexts.title} dock={failure ? <CheckInFailure failure={failure} /> : null}>
      {isLanding ? (
        <Still
          icon={hasTried ? 'stamp' : 'scan'}
          title={hasTried ? checkInTexts.landing : checkInTexts.reading}
          hint={checkInTexts.landingHint}
        />
      ) : wantsSignIn ? (
        <SignInFirst />
      ) : (
        <View className="check-in-new">
          <ScanCard onScanned={byCode} />
          <StationPicker onPick={at} onLocate={locate} />
          <TypedCode onTyped={byCode} />
        </View>
      )}
      {sheet}
    </Screen>
  );
}

export default observer(NewCheckIn);
