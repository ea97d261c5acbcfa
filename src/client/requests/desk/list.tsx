import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { useRootStore } from '../../root-store';
import { LinkRow } from '../../ui/link-row';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { useIsShown } from '../../ui/use-is-shown';
import { useIsWide } from '../../ui/wide-screen';
import { requestRoutes } from '../routes';
import { CaseRows } from './case-rows';
import { CaseView } from './case-view';
import { DeskCounts } from './desk-counts';
import { FilterBar } from './filter-bar';
import './list.scss';
import { RequestListStore } from './list-store';
import { listTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '诉求办理' });

/** The page stays while its person goes back and forward among what they looked at. */
function useAddress(store: RequestListStore): void {
  const { address } = useRootStore().device;
  const isShown = useIsShown();
  useEffect(() => {
    if (!isShown) return;
    return address.onMove(requestRoutes.desk.path, (params) =>
      store.follow(requestRoutes.desk.parse(params)),
    );
  }, [address, store, isShown]);
}

/** What is beside the work, for who may. */
const Beside = observer(({ communityId }: { communityId: string }) => {
  const { device, sessions } = useRootStore();
  const desk = sessions.me?.memberships.find((one) => one.communityId === communityId)?.desk;
  if (!desk?.setRequestCategories && !desk?.seeRequestFigures) return null;
  return (
    <View className="card link-rows">
      {desk.seeRequestFigures ? (
        <LinkRow
          icon="board"
          text={texts.figures}
          onPress={() => device.navigation.to(requestRoutes.figures.to({ communityId }))}
        />
      ) : null}
      {desk.setRequestCategories ? (
        <LinkRow
          icon="settings"
          text={texts.categories}
          onPress={() => device.navigation.to(requestRoutes.categories.to({ communityId }))}
        />
      ) : null}
    </View>
  );
});

function RequestDesk() {
  const root = useRootStore();
  const params = requestRoutes.desk.parse(useRouter().params);
  const [store] = useState(() => new RequestListStore(root, params));
  const isWide = useIsWide();
  const { communityId, openId } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  useAddress(store);
  const open = (id: string) => {
    if (isWide) store.open(id);
    else root.device.navigation.to(requestRoutes.case.to({ communityId, requestId: id }));
  };
  const isBeside = isWide && openId !== null;
  const shown = remoteView({
    remote: store.pages.rows,
    onRetry: () => void store.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={6} />,
    children: () => <CaseRows store={store} as={isWide && !isBeside ? 'line' : 'card'} onOpen={open} />,
  });
  return (
    <Screen title={texts.title} isWide>
      {isBeside ? (
        <Panes
          side={shown}
          main={
            <CaseView
              key={openId}
              communityId={communityId}
              requestId={openId}
              onChanged={store.show}
              onGiven={store.giveUp}
              onClose={() => store.open(null)}
            />
          }
        />
      ) : (
        <View className="request-desk">
          <DeskCounts store={store} />
          <FilterBar store={store} />
          {shown}
          <Beside communityId={communityId} />
        </View>
      )}
    </Screen>
  );
}

export default observer(RequestDesk);
