import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { NoticePreferences } from '../../../contract/notices';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { WhenField } from '../../ui/when-field';
import { inboxTexts, kindTexts, preferencesTexts as texts, usualQuietHours } from '../texts';
import { PreferencesStore } from './preferences-store';
import './preferences.scss';

definePageConfig({ navigationBarTitleText: '消息设置' });

type KindPreference = NoticePreferences['kinds'][number];

/** A cloud newer than this app may tell of more. */
const wordsOf = (kind: string) =>
  (kindTexts as Partial<Record<string, { name: string; hint: string }>>)[kind] ?? null;

const Outcome = observer(({ store, kind }: { store: PreferencesStore; kind: KindPreference['kind'] }) => {
  const { outcome } = store;
  if (outcome?.kind !== kind) return null;
  const { title, hint } = texts.outcomes[outcome.was];
  const isGood = outcome.was === 'accept';
  return (
    <Notice icon={isGood ? 'check' : 'info'} tone={isGood ? 'good' : 'warn'} hint={hint}>
      {title}
    </Notice>
  );
});

const Push = observer(
  ({ store, one, name }: { store: PreferencesStore; one: KindPreference; name: string }) => {
    const { kind, isPushed, template, permissionsLeft } = one;
    if (template === null) return <View className="hint">{texts.noTemplate}</View>;
    return (
      <View className="preferences__push">
        <SwitchRow
          text={texts.push}
          label={texts.pushOf(name)}
          isOn={isPushed}
          onToggle={() => void (isPushed ? store.turnOff(kind) : store.turnOn(kind))}
        />
        {isPushed ? (
          <View className={`preferences__left ${permissionsLeft > 0 ? '' : 'preferences__left--none'}`}>
            <View>{permissionsLeft > 0 ? texts.left(permissionsLeft) : texts.noneLeft}</View>
            <Pressable
              className="preferences__more"
              label={texts.allowMoreOf(name)}
              onPress={() => void store.allowMore(kind)}
            >
              {texts.allowMore}
            </Pressable>
          </View>
        ) : null}
        <Outcome store={store} kind={kind} />
      </View>
    );
  },
);

const Kinds = observer(({ store, kinds }: { store: PreferencesStore; kinds: readonly KindPreference[] }) => (
  <>
    {kinds.map((one) => {
      const words = wordsOf(one.kind);
      return words ? (
        <View key={one.kind} className="card">
          <Heading level={2}>{words.name}</Heading>
          <View className="hint">{words.hint}</View>
          <Push store={store} one={one} name={words.name} />
        </View>
      ) : null;
    })}
  </>
));

const QuietHours = observer(
  ({ store, hours }: { store: PreferencesStore; hours: NoticePreferences['quietHours'] }) => (
    <View className="card">
      <SwitchRow
        text={texts.quiet}
        hint={store.canPush ? texts.quietHint : texts.quietHintWeb}
        isOn={hours !== null}
        onToggle={() => void store.setQuietHours(hours ? null : usualQuietHours)}
      />
      {hours ? (
        <View className="preferences__hours">
          <WhenField
            kind="time"
            label={texts.from}
            value={hours.from}
            onChange={(from) => void store.setQuietHours({ ...hours, from })}
          />
          <WhenField
            kind="time"
            label={texts.to}
            value={hours.to}
            onChange={(to) => void store.setQuietHours({ ...hours, to })}
          />
        </View>
      ) : null}
    </View>
  ),
);

function Preferences() {
  const root = useRootStore();
  const [store] = useState(() => new PreferencesStore(root));
  useDidShow(() => void store.load());
  if (!root.sessions.isSignedIn) {
    const signIn = () => root.device.navigation.to(sessionRoutes.signIn.to());
    return (
      <Screen title={texts.title}>
        <Still
          icon="person"
          title={texts.signedOut}
          hint={inboxTexts.signedOutHint}
          action={{ text: inboxTexts.signIn, onPress: signIn }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title}>
      <View className="preferences">
        <View className="preferences__lead">{store.canPush ? texts.lead : texts.leadOnWeb}</View>
        {store.canPush ? null : <Notice icon="info">{texts.onWeb}</Notice>}
        {store.failure ? (
          <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
        {remoteView({
          remote: store.preferences,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: ({ kinds, quietHours }) => (
            <>
              {store.canPush ? <Kinds store={store} kinds={kinds} /> : null}
              <QuietHours store={store} hours={quietHours} />
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Preferences);
