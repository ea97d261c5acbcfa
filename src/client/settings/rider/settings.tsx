import { Switch } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { semantics } from '../../ui/semantics';
import { LinkRow } from '../link-row';
import { settingsRoutes } from '../routes';
import { appVersion, settingsTexts as texts } from '../texts';
import './settings.scss';

definePageConfig({ navigationBarTitleText: '设置' });

const TextSize = observer(() => {
  const { settings } = useRootStore();
  return (
    <View className="card">
      <Heading level={2}>{texts.textSize}</Heading>
      <View className="settings__sample">{texts.sample}</View>
      <Segments
        label={texts.textSize}
        value={settings.textSize}
        onChange={settings.setTextSize}
        options={[
          { value: 'normal', text: texts.normal },
          { value: 'large', text: texts.large },
        ]}
      />
    </View>
  );
});

const Theme = observer(() => {
  const { settings } = useRootStore();
  return (
    <View className="card settings__line">
      <View className="settings__words">
        <Heading level={2}>{texts.theme}</Heading>
        <View className="hint">{texts.themeHint}</View>
      </View>
      <View className="settings__value">{settings.theme === 'dark' ? texts.dark : texts.light}</View>
    </View>
  );
});

const Consents = observer(() => {
  const { settings, stations, device } = useRootStore();
  const isGiven = settings.consents.position === 'given';
  const toggle = () => {
    if (isGiven) settings.refusePosition();
    else settings.givePosition();
    void stations.locate();
  };
  return (
    <View className="card settings__consents">
      <Heading level={2}>{texts.consents}</Heading>
      <Pressable
        className="settings__line"
        role="switch"
        isChecked={isGiven}
        label={texts.position}
        onPress={toggle}
      >
        <View className="settings__words">
          <View className="settings__name">{texts.position}</View>
          <View className="hint">{texts.positionHint}</View>
        </View>
        <View className="settings__switch">
          <Switch checked={isGiven} {...semantics({ tabIndex: -1, 'aria-hidden': true })} />
        </View>
      </Pressable>
      <LinkRow
        icon="shield"
        text={texts.privacyAgreed}
        hint={settings.hasAgreedToPrivacy ? texts.privacyAgreedOn : texts.privacyUnasked}
        onPress={() => device.navigation.to(settingsRoutes.privacy.to())}
      />
    </View>
  );
});

const About = observer(() => {
  const { communities } = useRootStore();
  const community = communities.current;
  return (
    <View className="card">
      <Heading level={2}>{texts.about}</Heading>
      {community ? (
        <View className="settings__name">{`${community.district}${community.subdistrict}${community.name}`}</View>
      ) : null}
      {community?.isDemo ? <View className="hint">{texts.demo}</View> : null}
      <View className="hint">{`${texts.version} ${appVersion}`}</View>
    </View>
  );
});

function Settings() {
  return (
    <Screen title={texts.title}>
      <View className="settings">
        <TextSize />
        <Theme />
        <Consents />
        <About />
      </View>
    </Screen>
  );
}

export default observer(Settings);
