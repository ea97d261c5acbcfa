import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityRuleLimits as limits, type ActivityRules } from '../../../contract/no-shows';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { attendanceRoutes } from '../routes';
import { RulesStore } from './rules-store';
import { rulesTexts as texts } from './texts';
import './rules.scss';

definePageConfig({ navigationBarTitleText: '活动缺席规则' });

const fields = [
  { key: 'noShows', label: texts.noShows, hint: texts.noShowsHint, most: limits.noShows },
  { key: 'windowDays', label: texts.windowDays, hint: texts.windowDaysHint, most: limits.windowDays },
  { key: 'pauseDays', label: texts.pauseDays, hint: texts.pauseDaysHint, most: limits.pauseDays },
] as const;

/** null: no whole number of what is allowed. */
function numberIn(text: string, most: number): number | null {
  const number = Number(text);
  return /^\d+$/.test(text.trim()) && number >= 1 && number <= most ? number : null;
}

const Form = observer(({ store, rules }: { store: RulesStore; rules: ActivityRules }) => {
  const { device } = useRootStore();
  const [isPausing, setIsPausing] = useState(rules.isPausing);
  const [typed, setTyped] = useState({
    noShows: String(rules.noShows),
    windowDays: String(rules.windowDays),
    pauseDays: String(rules.pauseDays),
  });
  const [noShows, windowDays, pauseDays] = fields.map(({ key, most }) => numberIn(typed[key], most));
  const isWhole = !!noShows && !!windowDays && !!pauseDays;
  const save = async () => {
    if (!noShows || !windowDays || !pauseDays) return;
    const given = { isPausing, noShows, windowDays, pauseDays, version: rules.version };
    if (await store.save(given)) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card absence__form">
      <SwitchRow
        text={texts.isPausing}
        hint={texts.isPausingHint}
        isOn={isPausing}
        onToggle={() => setIsPausing(!isPausing)}
      />
      {isPausing
        ? fields.map(({ key, label, hint, most }) => (
            <TextField
              key={key}
              label={label}
              type="number"
              value={typed[key]}
              maxLength={3}
              hint={hint}
              error={numberIn(typed[key], most) === null ? texts.wrong : null}
              onChange={(text) => setTyped({ ...typed, [key]: text })}
            />
          ))
        : null}
      {isWhole ? (
        <View className="absence__said">
          {isPausing ? texts.said(noShows, windowDays, pauseDays) : texts.off}
        </View>
      ) : null}
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      <ActionButton
        kind="primary"
        text={texts.save}
        isWorking={store.isWorking}
        isDisabled={!isWhole}
        onPress={() => void save()}
      />
    </View>
  );
});

function Rules() {
  const root = useRootStore();
  const { communityId = '' } = attendanceRoutes.rules.parse(useRouter().params);
  const [store] = useState(() => new RulesStore(root, communityId));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title}>
      <View className="absence">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: store.rules,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rules) => <Form key={rules.version} store={store} rules={rules} />,
        })}
        <View className="hint">{texts.note}</View>
        <View className="card link-rows">
          <LinkRow
            icon="people"
            text={texts.pauses}
            hint={texts.pausesHint}
            onPress={() => root.device.navigation.to(attendanceRoutes.pauses.to({ communityId }))}
          />
        </View>
      </View>
    </Screen>
  );
}

export default observer(Rules);
