import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { DraftsPart } from '../../ui/drafts-part';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import type { RequestDraft } from '../draft';
import { requestRoutes } from '../routes';
import type { RequestFilter } from '../store';
import { useRequests } from '../use-requests';
import './mine.scss';
import { RequestLine } from './request-line';
import { mineTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的诉求' });

const filters = [
  { value: 'all', text: texts.all },
  { value: 'open', text: texts.open },
  { value: 'over', text: texts.over },
] as const;

const wordsOf = ({ categoryName, words }: RequestDraft) => ({ title: categoryName, about: words });
const pageOf = (draft: string) => requestRoutes.create.to({ draft });

const Requests = observer(({ filter }: { filter: RequestFilter }) => {
  const { settings } = useRootStore();
  const requests = useRequests();
  const list = requests.mine(filter);
  return (
    <>
      {remoteView({
        remote: list.rows,
        onRetry: () => void requests.loadMine(filter),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="chat" {...texts.empty[filter]} />
          ) : (
            <View className="my-requests__list">
              {rows.map((request) => (
                <RequestLine key={request.id} request={request} />
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

function MyRequests() {
  const { sessions, device } = useRootStore();
  const requests = useRequests();
  const [filter, setFilter] = useState<RequestFilter>('all');
  useDidShow(() => {
    void requests.loadMine(filter);
    void requests.drafts.send();
  });
  useReachBottom(() => void requests.mine(filter).loadMore());
  const show = (other: RequestFilter) => {
    setFilter(other);
    void requests.loadMine(other);
  };
  if (!requests.drafts.canBegin) return <SignInFirst title={texts.title} />;
  return (
    <Screen
      title={texts.title}
      dock={
        <ActionButton
          kind="primary"
          icon="chat"
          text={texts.ask}
          onPress={() => device.navigation.to(requestRoutes.create.to())}
        />
      }
    >
      <View className="my-requests">
        <DraftsPart drafts={requests.drafts} wordsOf={wordsOf} pageOf={pageOf} />
        {sessions.isSignedIn ? (
          <>
            <Segments label={texts.filter} value={filter} onChange={show} options={filters} />
            <Requests filter={filter} />
          </>
        ) : null}
      </View>
    </Screen>
  );
}

export default observer(MyRequests);
