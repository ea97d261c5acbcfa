import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityLimits, signUpStates } from '../../../contract/activities';
import type { ManagedActivity, ManagedSignUp } from '../../../contract/activity-desk';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { signUpStateTexts } from '../activity-text';
import { activityRoutes } from '../routes';
import { spanText } from '../when-text';
import { AddSheet } from './add-sheet';
import { HelperSheet } from './helper-sheet';
import type { Helper } from './helpers-store';
import { SignUpRow } from './sign-up-row';
import './sign-ups.scss';
import { SignUpsStore } from './sign-ups-store';
import { signUpsTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '报名名单' });

const states = [
  { value: 'any', text: texts.all },
  ...signUpStates.map((value) => ({ value, text: signUpStateTexts[value].text })),
] as const;

interface StoreProps {
  store: SignUpsStore;
}

const Top = observer(({ store, activity }: StoreProps & { activity: ManagedActivity }) => {
  const { device } = useRootStore();
  const [isPicking, setIsPicking] = useState(false);
  const [helper, setHelper] = useState<Helper | null>(null);
  const { title, startsAt, endsAt, taken, waiting, can } = activity;
  const pick = (one: Helper) => {
    store.working.forget();
    store.form.begin({});
    setIsPicking(false);
    setHelper(one);
  };
  const save = async () => {
    const outcome = await store.export();
    if (outcome !== 'failed') device.feedback.toast(outcome === 'done' ? texts.exported : texts.unable);
  };
  return (
    <View className="card sign-ups__top">
      <View>
        <Heading level={2}>{title}</Heading>
        <View className="hint">{spanText(startsAt, endsAt)}</View>
      </View>
      <View className="sign-ups__counts">{texts.counts(taken, waiting)}</View>
      <View className="hint">{texts.audited}</View>
      <View className="sign-ups__ways">
        {can.addSignUp ? (
          <ActionButton icon="plus" text={texts.add} onPress={() => setIsPicking(true)} />
        ) : null}
        {can.change ? (
          <ActionButton
            icon="download"
            text={texts.export}
            isWorking={store.working.isWorking}
            onPress={() => void save()}
          />
        ) : null}
      </View>
      {helper ? null : <FailureNotice working={store.working} />}
      <HelperSheet
        communityId={store.ids.communityId}
        isOpen={isPicking}
        title={texts.add}
        onPick={pick}
        onClose={() => setIsPicking(false)}
      />
      <AddSheet store={store} helper={helper} onClose={() => setHelper(null)} />
    </View>
  );
});

const Rows = observer(({ store, rows }: StoreProps & { rows: readonly ManagedSignUp[] }) => {
  const { device } = useRootStore();
  const [going, setGoing] = useState<ManagedSignUp | null>(null);
  const activity = store.activity.data;
  const remove = async (reason: string) => {
    if (!going || !(await store.remove(going.id, reason))) return;
    setGoing(null);
    device.feedback.toast(texts.removeDone);
  };
  const ask = (signUp: ManagedSignUp) => {
    store.working.forget();
    setGoing(signUp);
  };
  if (rows.length === 0) {
    return store.state === 'any' ? (
      <Still icon="people" title={texts.empty} hint={texts.emptyHint} />
    ) : (
      <Still icon="search" title={texts.emptyState} hint={texts.emptyStateHint} />
    );
  }
  return (
    <View className="sign-ups__rows">
      {rows.map((signUp) => (
        <SignUpRow
          key={signUp.id}
          signUp={signUp}
          questions={activity?.questions ?? []}
          onRemove={activity?.can.addSignUp ? () => ask(signUp) : null}
        />
      ))}
      <ReasonSheet
        isOpen={going !== null}
        title={texts.removeTitle(going?.person?.nickname ?? texts.gone)}
        hint={texts.removeHint}
        label={texts.removeLabel}
        placeholder={texts.removePlaceholder}
        suggestions={texts.removeReasons}
        confirm={texts.remove}
        maxLength={activityLimits.reasonLength}
        isWorking={store.working.isWorking}
        failure={store.working.failure}
        onConfirm={(reason) => void remove(reason)}
        onClose={() => setGoing(null)}
      />
    </View>
  );
});

function SignUps() {
  const root = useRootStore();
  const { communityId = '', activityId = '' } = activityRoutes.signUps.parse(useRouter().params);
  const [store] = useState(() => new SignUpsStore(root, { communityId, activityId }));
  const { pages, activity } = store;
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void pages.loadMore());
  const { isOnline } = root.settings;
  return (
    <Screen title={texts.title} isWide>
      <View className="sign-ups">
        {activity.data ? <Top store={store} activity={activity.data} /> : null}
        <Chips
          isScrolling
          label={texts.filter}
          value={store.state}
          options={states}
          onChange={(state) => void store.show(state)}
        />
        {remoteView({
          remote: pages.rows,
          onRetry: load,
          isOnline,
          loading: <LoadingRows count={4} />,
          children: (rows) => <Rows store={store} rows={rows} />,
        })}
        <ListEnd
          hasMore={pages.hasMore}
          isLoadingMore={pages.isLoadingMore}
          moreFailure={pages.moreFailure}
          onMore={() => void pages.loadMore()}
          count={pages.rows.data?.length ?? 0}
        />
      </View>
    </Screen>
  );
}

export default observer(SignUps);
