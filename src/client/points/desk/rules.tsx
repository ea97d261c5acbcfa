import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { pointLimits } from '../../../contract/points';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { pointRoutes } from '../routes';
import { perDayOf, pointsOf, RulesStore, type RuleDraft } from './rules-store';
import { rulesTexts as texts, sourceNames } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '积分规则' });

const Rule = observer(({ store, draft }: { store: RulesStore; draft: RuleDraft }) => {
  const { source, points, perDay } = draft;
  return (
    <View className="card points-desk__rule">
      <Heading level={2}>{sourceNames[source]}</Heading>
      <View className="points-desk__pair">
        <TextField
          label={texts.each[source]}
          type="number"
          value={points}
          maxLength={4}
          error={pointsOf(points) === null ? texts.wrong(0, pointLimits.points) : null}
          onChange={(typed) => store.write({ ...draft, points: typed })}
        />
        <TextField
          label={texts.perDay[source]}
          type="number"
          value={perDay}
          maxLength={2}
          error={perDayOf(perDay) === null ? texts.wrong(1, pointLimits.perDay) : null}
          onChange={(typed) => store.write({ ...draft, perDay: typed })}
        />
      </View>
    </View>
  );
});

const Save = observer(({ store }: { store: RulesStore }) => {
  const { device } = useRootStore();
  const { failure, isOvertaken, isLooking } = store;
  const save = async () => {
    if (await store.save()) device.feedback.toast(texts.saved);
  };
  return (
    <View className="points-desk__save">
      {failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(failure).hint}>
          {failureWords(failure).title}
        </Notice>
      ) : null}
      {isOvertaken ? (
        <Notice icon="warning" tone="warn">
          {texts.conflict}
        </Notice>
      ) : null}
      {isLooking ? (
        <Notice icon="warning" tone="warn">
          {texts.look}
        </Notice>
      ) : null}
      <ActionButton kind="primary" text={texts.save} isWorking={store.isSaving} onPress={() => void save()} />
    </View>
  );
});

function PointRulesPage() {
  const root = useRootStore();
  const { communityId = '' } = pointRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => new RulesStore(root, communityId));
  const load = () => void store.load();
  useLoad(load);
  return (
    <Screen title={texts.title} dock={store.rules.data ? <Save store={store} /> : null}>
      <View className="points-desk">
        {remoteView({
          remote: store.rules,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: () => (
            <>
              <View>{texts.lead}</View>
              {store.drafts.map((draft) => (
                <Rule key={draft.source} store={store} draft={draft} />
              ))}
              <View className="hint">{texts.correctHint}</View>
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(PointRulesPage);
