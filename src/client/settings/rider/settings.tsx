import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { noticeRoutes } from '../../notices/routes';
import { personRoutes } from '../../people/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
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

/** What concerns the account, and what of it can be taken back, taken along or ended. */
const Account = observer(() => {
  const { sessions, device } = useRootStore();
  const to = (url: string) => () => device.navigation.to(url);
  return (
    <View className="card settings__account">
      <Heading level={2}>{texts.account}</Heading>
      {sessions.isSignedIn ? (
        <>
          <LinkRow icon="person" text={texts.profile} onPress={to(personRoutes.profile.to())} />
          <LinkRow icon="phone" text={texts.ways} onPress={to(sessionRoutes.ways.to())} />
          <LinkRow icon="door" text={texts.devices} onPress={to(sessionRoutes.mine.to())} />
          <LinkRow icon="bell" text={texts.notices} onPress={to(noticeRoutes.preferences.to())} />
        </>
      ) : null}
      <LinkRow
        icon="check"
        text={texts.consents}
        hint={texts.consentsHint}
        onPress={to(settingsRoutes.consents.to())}
      />
      <LinkRow icon="shield" text={texts.privacy} onPress={to(settingsRoutes.privacy.to())} />
      {sessions.isSignedIn ? (
        <>
          <LinkRow
            icon="download"
            text={texts.myData}
            hint={texts.myDataHint}
            onPress={to(personRoutes.myData.to())}
          />
          <LinkRow icon="trash" text={texts.deletion} onPress={to(personRoutes.deletion.to())} />
        </>
      ) : null}
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
        <Account />
        <About />
      </View>
    </Screen>
  );
}

export default observer(Settings);
