import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { PersonLine } from '../../ui/person-line';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { memberRoutes } from '../routes';
import { personHint } from './person-hint';
import { ReportsStore, type ReportRow } from './reports-store';
import { deskTexts, reportTexts as texts } from './texts';
import './desk.scss';
import './party.scss';

definePageConfig({ navigationBarTitleText: '党员报到' });

const Row = observer(({ report: { person, branch, reportedAt } }: { report: ReportRow }) => (
  <View className="party-row">
    <PersonLine nickname={person.nickname} avatarUrl={person.avatarUrl} hint={personHint(person)} />
    <View className="party-row__branch">{branch}</View>
    <View className="hint party-row__time">{texts.reported(instantText(reportedAt))}</View>
  </View>
));

const Names = observer(({ store }: { store: ReportsStore }) => {
  const { settings } = useRootStore();
  const { pages } = store;
  return (
    <View className="desk-part">
      <Notice icon="shield" hint={deskTexts.logged}>
        {texts.listHint}
      </Notice>
      {remoteView({
        remote: pages.rows,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="flag" title={texts.empty} hint={texts.emptyHint} />
          ) : (
            <>
              <View className="card">
                <Heading level={2}>{texts.list}</Heading>
                {rows.map((report) => (
                  <Row key={report.id} report={report} />
                ))}
              </View>
              <ListEnd
                hasMore={pages.hasMore}
                isLoadingMore={pages.isLoadingMore}
                moreFailure={pages.moreFailure}
                count={rows.length}
                onMore={() => void pages.loadMore()}
              />
            </>
          ),
      })}
    </View>
  );
});

function PartyReports() {
  const root = useRootStore();
  const { communityId = '' } = memberRoutes.partyReports.parse(useRouter().params);
  const [store] = useState(() => new ReportsStore(root, communityId));
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  const side = remoteView({
    remote: store.total,
    onRetry: () => void store.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={1} />,
    children: (total) => (
      <View className="card">
        <View className="hint">{texts.total}</View>
        <View className="party-total">{texts.people(total)}</View>
        <View className="hint">{store.canSeeNames ? texts.totalHint : texts.onlyTotal}</View>
      </View>
    ),
  });
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={store.canSeeNames ? <Names store={store} /> : null} />
    </Screen>
  );
}

export default observer(PartyReports);
