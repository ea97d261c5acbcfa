import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useRef, useState } from 'react';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { focusOn } from '../../ui/keyboard';
import { Panes } from '../../ui/panes';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { isWeb } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { useIsShown } from '../../ui/use-is-shown';
import { useIsWide } from '../../ui/wide-screen';
import { reportRoutes } from '../routes';
import { Board } from './board';
import { BulkBar, BulkResult, BulkSheet } from './bulk-bar';
import { BulkStore } from './bulk-store';
import { caseElementId } from './case-line';
import { CaseRows } from './case-rows';
import { CaseView } from './case-view';
import { DeskCounts } from './desk-counts';
import { DeskMap } from './desk-map';
import { FilterBar } from './filter-bar';
import { KeyHelp } from './key-help';
import { useMayDecide } from './may-decide';
import { TriageStore } from './triage-store';
import { triageTexts as texts } from './triage-texts';
import { useDeskKeys } from './use-desk-keys';
import './triage.scss';

definePageConfig({ navigationBarTitleText: '上报处理' });

interface ShownProps {
  store: TriageStore;
  bulk: BulkStore | null;
  onOpen: (id: string) => void;
}

const Shown = observer(({ store, bulk, onOpen }: ShownProps) => {
  const { settings } = useRootStore();
  const isWide = useIsWide();
  if (store.view === 'board') return <Board triage={store} onOpen={onOpen} />;
  if (store.view === 'map') return <DeskMap triage={store} onOpen={onOpen} />;
  const as = isWide && store.openId === null ? 'line' : 'card';
  return remoteView({
    remote: store.pages.rows,
    onRetry: () => void store.load(),
    isOnline: settings.isOnline,
    loading: <LoadingRows count={6} />,
    children: () => <CaseRows store={store} bulk={bulk} as={as} onOpen={onOpen} />,
  });
});

interface MoreProps {
  store: TriageStore;
  mayDecide: boolean;
  onHelp: () => void;
}

/** What is beside the work: the replies kept, what the keys do. */
const More = observer(({ store, mayDecide, onHelp }: MoreProps) => {
  const { navigation } = useRootStore().device;
  const { communityId } = store;
  return (
    <View className="triage__more">
      {mayDecide ? (
        <Pressable
          className="triage__link"
          role="link"
          onPress={() => navigation.to(reportRoutes.templates.to({ communityId }))}
        >
          <Icon name="list" />
          <View>{texts.templates}</View>
        </Pressable>
      ) : null}
      {isWeb ? (
        <Pressable className="triage__link triage__link--keys" onPress={onHelp}>
          <Icon name="keyboard" />
          <View>{texts.help}</View>
        </Pressable>
      ) : null}
    </View>
  );
});

/** The page stays while its person goes back and forward among what they looked at. */
function useAddress(store: TriageStore): void {
  const { address } = useRootStore().device;
  const isShown = useIsShown();
  useEffect(() => {
    if (!isShown) return;
    return address.onMove(reportRoutes.triage.path, (params) =>
      store.follow(reportRoutes.triage.parse(params)),
    );
  }, [address, store, isShown]);
}

/** Closing one gives the keyboard back to its row, which is made anew. */
function useFocusBack(openId: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (openId === null && before.current !== null) focusOn(`#${caseElementId(before.current)}`);
    before.current = openId;
  }, [openId]);
}

function Triage() {
  const root = useRootStore();
  const params = reportRoutes.triage.parse(useRouter().params);
  const [store] = useState(() => new TriageStore(root, params));
  const [bulk] = useState(() => new BulkStore(root, store));
  const [isHelping, setIsHelping] = useState(false);
  const isWide = useIsWide();
  const mayDecide = useMayDecide(store.communityId);
  const { communityId, openId } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => {
    if (store.view === 'list') void store.pages.loadMore();
  });
  useAddress(store);
  const open = (id: string) => {
    if (isWide) store.open(id);
    else root.device.navigation.to(reportRoutes.case.to({ communityId, reportId: id }));
  };
  const close = () => store.open(null);
  useFocusBack(openId);
  const choosing = mayDecide ? bulk : null;
  useDeskKeys({ store, bulk: choosing, onClose: close, onHelp: () => setIsHelping(true) });
  const head = (
    <>
      <DeskCounts store={store} />
      <FilterBar store={store}>
        <More store={store} mayDecide={mayDecide} onHelp={() => setIsHelping(true)} />
      </FilterBar>
      <BulkResult bulk={bulk} />
    </>
  );
  const shown = <Shown store={store} bulk={choosing} onOpen={open} />;
  const isBeside = isWide && openId !== null;
  return (
    <Screen
      title={texts.title}
      isWide
      dock={choosing && bulk.chosen.size > 0 && store.view === 'list' ? <BulkBar bulk={bulk} /> : null}
    >
      {isBeside ? (
        <Panes
          side={shown}
          main={
            <CaseView
              key={openId}
              communityId={communityId}
              reportId={openId}
              assignees={store.assignees}
              onChanged={store.show}
              onClose={close}
            />
          }
        />
      ) : (
        <View className="triage">
          {head}
          {shown}
        </View>
      )}
      <BulkSheet
        bulk={bulk}
        parts={{
          assignees: store.assignees,
          loadAssignees: () => void store.load(),
          templates: bulk.templates.data ?? [],
          manageTemplates: () => {
            bulk.close();
            root.device.navigation.to(reportRoutes.templates.to({ communityId }));
          },
        }}
      />
      <KeyHelp isOpen={isHelping} onClose={() => setIsHelping(false)} />
    </Screen>
  );
}

export default observer(Triage);
