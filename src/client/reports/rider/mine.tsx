import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { reportFiguresRoutes } from '../../report-figures/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { reportRoutes } from '../routes';
import type { ReportFilter } from '../store';
import { useReports } from '../use-reports';
import { DraftCard } from './draft-card';
import './mine.scss';
import { ReportLine } from './report-line';
import { draftTexts, mineTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的随手拍' });

const filters = [
  { value: 'all', text: texts.all },
  { value: 'open', text: texts.open },
  { value: 'over', text: texts.over },
] as const;

/** What has not left this phone. */
const Drafts = observer(() => {
  const { sessions, device } = useRootStore();
  const { drafts } = useReports();
  const [goingKey, setGoingKey] = useState<string | null>(null);
  const going = goingKey === null ? null : drafts.find(goingKey);
  const canSend = sessions.isSignedIn && drafts.progress === null;
  if (drafts.mine.length === 0) return null;
  return (
    <View className="my-reports__drafts">
      <Heading level={2}>{draftTexts.title}</Heading>
      {drafts.mine.map((draft) => (
        <DraftCard key={draft.key} draft={draft} onRemove={() => setGoingKey(draft.key)} />
      ))}
      {canSend && drafts.mine.some(({ state }) => state === 'waiting') ? (
        <ActionButton icon="retry" text={draftTexts.send} onPress={() => void drafts.send()} />
      ) : null}
      {drafts.needsSignIn ? (
        <ActionButton
          kind="primary"
          text={uiTexts.signIn}
          onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
        />
      ) : null}
      <ConfirmSheet
        isOpen={going !== null}
        title={draftTexts.removeAsk}
        hint={going?.isAsked ? draftTexts.removeAskedHint : draftTexts.removeHint}
        confirm={draftTexts.remove}
        onConfirm={() => {
          if (goingKey !== null) drafts.remove(goingKey);
          setGoingKey(null);
        }}
        onClose={() => setGoingKey(null)}
      />
    </View>
  );
});

const Reports = observer(({ filter }: { filter: ReportFilter }) => {
  const { settings } = useRootStore();
  const reports = useReports();
  const list = reports.mine(filter);
  return (
    <>
      {remoteView({
        remote: list.rows,
        onRetry: () => void reports.loadMine(filter),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="camera" {...texts.empty[filter]} />
          ) : (
            <View className="my-reports__list">
              {rows.map((report) => (
                <ReportLine key={report.id} report={report} />
              ))}
            </View>
          ),
      })}
      <ListEnd
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        moreFailure={list.moreFailure}
        onMore={() => void list.loadMore()}
        count={list.rows.data?.length ?? 0}
      />
    </>
  );
});

const figuresOf = (communityId: string) => reportFiguresRoutes.figures.to({ communityId });

function MyReports() {
  const { sessions, communities, device } = useRootStore();
  const reports = useReports();
  const [filter, setFilter] = useState<ReportFilter>('all');
  useDidShow(() => {
    void reports.loadMine(filter);
    void reports.drafts.send();
  });
  useReachBottom(() => void reports.mine(filter).loadMore());
  const show = (other: ReportFilter) => {
    setFilter(other);
    void reports.loadMine(other);
  };
  if (!reports.drafts.canBegin) return <SignInFirst title={texts.title} />;
  return (
    <Screen
      title={texts.title}
      dock={
        <ActionButton
          kind="primary"
          icon="camera"
          text={texts.report}
          onPress={() => device.navigation.to(reportRoutes.create.to())}
        />
      }
    >
      <View className="my-reports">
        <Drafts />
        {sessions.isSignedIn ? (
          <>
            <Segments label={texts.filter} value={filter} onChange={show} options={filters} />
            <Reports filter={filter} />
          </>
        ) : null}
        {communities.current ? (
          <View className="card link-rows">
            <LinkRow
              icon="list"
              text={texts.figures}
              hint={texts.figuresHint}
              onPress={() => device.navigation.to(figuresOf(communities.current?.id ?? ''))}
            />
          </View>
        ) : null}
      </View>
    </Screen>
  );
}

export default observer(MyReports);
