import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { reportFiguresRoutes } from '../../report-figures/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { DraftsPart } from '../../ui/drafts-part';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import type { ReportDraft } from '../draft';
import { reportCategoryTexts } from '../report-text';
import { reportRoutes } from '../routes';
import type { ReportFilter } from '../store';
import { useReports } from '../use-reports';
import './mine.scss';
import { ReportLine } from './report-line';
import { mineTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的随手拍' });

const filters = [
  { value: 'all', text: texts.all },
  { value: 'open', text: texts.open },
  { value: 'over', text: texts.over },
] as const;

const wordsOf = ({ category, placeText, words }: ReportDraft) => ({
  title: category ? reportCategoryTexts[category] : '',
  about: [placeText, words].filter(Boolean).join(' · '),
});

const pageOf = (draft: string) => reportRoutes.create.to({ draft });

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
        <DraftsPart drafts={reports.drafts} wordsOf={wordsOf} pageOf={pageOf} />
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
