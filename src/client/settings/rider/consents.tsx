import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { consentPurposes, type ConsentPurpose } from '../../../contract/consents';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { settingsRoutes } from '../routes';
import { consentTexts as texts } from '../texts';
import './consents.scss';

definePageConfig({ navigationBarTitleText: '我同意过的' });

/** Given where its feature is; here it can only be taken back. */
const givenElsewhere: readonly ConsentPurpose[] = ['party_report_in', 'volunteer_name'];

/** The use of the position is answered on the device, everything else by whoever is signed in. */
function useConsent(purpose: ConsentPurpose) {
  const { consents, settings, whereabouts } = useRootStore();
  if (purpose !== 'position') {
    const state = consents.stateOf(purpose);
    return { isOn: state === 'given', set: (isGiven: boolean) => void consents.answer(purpose, isGiven) };
  }
  const isOn = settings.consents.position === 'given';
  return {
    isOn,
    set: (isGiven: boolean) => {
      if (isGiven) settings.givePosition();
      else settings.refusePosition();
      void whereabouts.locate();
      void consents.load();
    },
  };
}

const Row = observer(({ purpose }: { purpose: ConsentPurpose }) => {
  const { isOn, set } = useConsent(purpose);
  const { name, hint } = texts.items[purpose];
  const isDisabled = !isOn && givenElsewhere.includes(purpose);
  return (
    <SwitchRow text={name} hint={hint} isOn={isOn} isDisabled={isDisabled} onToggle={() => set(!isOn)} />
  );
});

const AgreedNotice = observer(() => {
  const { consents, settings, device } = useRootStore();
  const notice = consents.mine.data?.notice;
  const onDevice = settings.hasAgreedToPrivacy ? texts.noticeHere : texts.noticeNone;
  const hint =
    notice?.agreedVersion && notice.agreedAt
      ? texts.noticeOn(notice.agreedVersion, instantText(notice.agreedAt))
      : onDevice;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="shield"
        text={texts.notice}
        hint={hint}
        onPress={() => device.navigation.to(settingsRoutes.privacy.to())}
      />
    </View>
  );
});

function Consents() {
  const { consents, sessions } = useRootStore();
  useDidShow(() => void consents.load());
  const failure = consents.failure ?? consents.mine.failure;
  const words = failure ? failureWords(failure) : null;
  const shown = sessions.isSignedIn ? consentPurposes : (['position'] as const);
  return (
    <Screen title={texts.title}>
      <View className="consents">
        {words ? (
          <Notice icon="warning" tone="danger" hint={words.hint}>
            {words.title}
          </Notice>
        ) : null}
        <AgreedNotice />
        <View className="card consents__list">
          {shown.map((purpose) => (
            <Row key={purpose} purpose={purpose} />
          ))}
        </View>
        {sessions.isSignedIn ? null : <View className="hint">{texts.signedOut}</View>}
      </View>
    </Screen>
  );
}

export default observer(Consents);
