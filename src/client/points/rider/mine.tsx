import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { couponRoutes } from '../../coupons/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { Heading } from '../../ui/heading';
import { Icon, type IconName } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { EntryRows } from '../entry-rows';
import { kindNames, pointsTexts as texts, ruleText } from '../texts';
import './mine.scss';

definePageConfig({ navigationBarTitleText: '我的积分' });

const icons: Record<string, IconName> = { check_in: 'stamp', report: 'flag', volunteering: 'people' };

const Balance = observer(({ balance }: { balance: number }) => {
  const { communities } = useRootStore();
  return (
    <View className="points-plate">
      <View className="points-plate__frame">
        <View className="points-plate__where">{communities.current?.name ?? ''}</View>
        <View className="points-plate__line">
          <View className="points-plate__number">{balance}</View>
          <View className="points-plate__unit">{texts.unit}</View>
        </View>
        <View className="points-plate__thanks">{texts.thanks}</View>
      </View>
    </View>
  );
});

/** The rules in plain words. */
const How = observer(() => {
  const { points } = useRootStore();
  if (points.rules.data === null) return null;
  return (
    <View className="card points-part">
      <Heading level={2}>{texts.howTitle}</Heading>
      {points.earning.length === 0 ? <View className="hint">{texts.noRules}</View> : null}
      {points.earning.map((rule) => (
        <View key={rule.source} className="points-rule">
          <Icon name={icons[rule.source] ?? 'stamp'} className="points-rule__icon" />
          <View className="points-rule__words">
            <View>{kindNames[rule.source]}</View>
            <View className="hint">{ruleText(rule)}</View>
          </View>
        </View>
      ))}
    </View>
  );
});

function Uses() {
  const { device } = useRootStore();
  return (
    <View className="card points-part">
      <Heading level={2}>{texts.useTitle}</Heading>
      <LinkRow
        icon="shop"
        text={texts.use}
        hint={texts.useHint}
        onPress={() => device.navigation.toTab(couponRoutes.list.to())}
      />
      <View className="hint">{texts.notMoney}</View>
    </View>
  );
}

const Entries = observer(() => {
  const { points } = useRootStore();
  const { entries } = points;
  if (entries.rows.data?.length === 0)
    return <Still icon="stamp" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <View className="points-list">
      <Heading level={2}>{texts.listTitle}</Heading>
      <EntryRows pages={entries} />
    </View>
  );
});

function MyPoints() {
  const { points, sessions, settings, device } = useRootStore();
  const load = () => void points.load();
  useDidShow(load);
  useReachBottom(() => void points.entries.loadMore());
  return (
    <Screen title={texts.title}>
      <View className="my-points">
        {sessions.isSignedIn ? (
          remoteView({
            remote: points.balance,
            onRetry: load,
            isOnline: settings.isOnline,
            loading: <LoadingRows count={3} />,
            children: (balance) => <Balance balance={balance} />,
          })
        ) : (
          <Still
            icon="person"
            title={texts.signedOut}
            hint={texts.signedOutHint}
            action={{ text: texts.signIn, onPress: () => device.navigation.to(sessionRoutes.signIn.to()) }}
          />
        )}
        <How />
        <Uses />
        {sessions.isSignedIn && points.balance.data !== null ? <Entries /> : null}
      </View>
    </Screen>
  );
}

export default observer(MyPoints);
