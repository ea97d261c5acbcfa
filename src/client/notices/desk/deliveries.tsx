import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { deliveryStates, type Delivery, type DeliveryState } from '../../../contract/notices';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { noticeRoutes } from '../routes';
import { kindTexts } from '../texts';
import { DeliveriesStore, stuckStates } from './deliveries-store';
import { deliveryStateTexts, deliveryTexts as texts } from './texts';
import './deliveries.scss';

definePageConfig({ navigationBarTitleText: '微信推送情况' });

const isStuck = (state: DeliveryState): boolean => stuckStates.some((one) => one === state);
const shownOrder = [...stuckStates, ...deliveryStates.filter((state) => !isStuck(state))];

interface TileProps {
  name: string;
  count: number;
  isOn: boolean;
  isAlarming?: boolean;
  onChoose: () => void;
}

function Tile({ name, count, isOn, isAlarming = false, onChoose }: TileProps) {
  const kinds = `${isOn ? 'delivery-tile--on' : ''} ${isAlarming ? 'delivery-tile--stuck' : ''}`;
  return (
    <Pressable className={`delivery-tile ${kinds}`} role="radio" isChecked={isOn} onPress={onChoose}>
      <View className="delivery-tile__count">{count}</View>
      <View className="delivery-tile__name">{name}</View>
    </Pressable>
  );
}

/** How many of each, the stuck ones first; a tap shows them. */
const States = observer(({ store }: { store: DeliveriesStore }) => {
  const { state: chosen } = store;
  return (
    <View className="deliveries">
      <View className="delivery-tiles" {...semantics({ role: 'radiogroup', 'aria-label': texts.filter })}>
        {shownOrder.map((state) => (
          <Tile
            key={state}
            name={deliveryStateTexts[state].name}
            count={store.countOf(state)}
            isOn={chosen === state}
            isAlarming={isStuck(state) && store.countOf(state) > 0}
            onChoose={() => void store.setState(state)}
          />
        ))}
        <Tile
          name={texts.all}
          count={store.total}
          isOn={chosen === 'any'}
          onChoose={() => void store.setState('any')}
        />
      </View>
      <View className="hint">{chosen === 'any' ? texts.allHint : deliveryStateTexts[chosen].hint}</View>
    </View>
  );
});

interface RowProps {
  store: DeliveriesStore;
  delivery: Delivery;
  onRetry: (delivery: Delivery) => void;
}

const Row = observer(({ store, delivery, onRetry }: RowProps) => {
  const { id, kind, state, attempts, errorCode, createdAt, dueAt, can } = delivery;
  const facts = [
    instantText(createdAt),
    texts.attempts(attempts),
    errorCode === null ? '' : texts.error(errorCode),
    state === 'waiting' ? texts.due(instantText(dueAt)) : '',
  ];
  const tone = isStuck(state) ? 'danger' : state === 'sent' ? 'good' : 'plain';
  return (
    <View className="card delivery">
      <View className="delivery__top">
        <View className="delivery__kind">{kindTexts[kind].name}</View>
        <Tag text={deliveryStateTexts[state].name} tone={tone} />
      </View>
      <View className="hint">{facts.filter(Boolean).join(' · ')}</View>
      {can.retry ? (
        <ActionButton
          icon="retry"
          text={texts.retry}
          isWorking={store.retrying === id}
          onPress={() => onRetry(delivery)}
        />
      ) : null}
    </View>
  );
});

const Rows = observer(({ store, rows }: { store: DeliveriesStore; rows: readonly Delivery[] }) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<Delivery | null>(null);
  const retry = async () => {
    const delivery = asked;
    setAsked(null);
    if (delivery && (await store.retry(delivery))) device.feedback.toast(texts.retried);
  };
  const { pages } = store;
  return (
    <View className="deliveries">
      {rows.length === 0 ? (
        <Still
          icon="route"
          title={store.total === 0 ? texts.nothing : texts.empty}
          hint={store.total === 0 ? texts.nothingHint : texts.emptyHint}
        />
      ) : null}
      {rows.map((delivery) => (
        <Row key={delivery.id} store={store} delivery={delivery} onRetry={setAsked} />
      ))}
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
      <ConfirmSheet
        isOpen={asked !== null}
        title={texts.retryAsk}
        hint={asked?.state === 'unknown' ? texts.retryTwice : texts.retryHint}
        confirm={texts.retry}
        onConfirm={() => void retry()}
        onClose={() => setAsked(null)}
      />
    </View>
  );
});

function Deliveries() {
  const root = useRootStore();
  const { communityId = '' } = noticeRoutes.deliveries.parse(useRouter().params);
  const [store] = useState(() => new DeliveriesStore(root, communityId));
  useDidShow(() => void store.open());
  useReachBottom(() => void store.pages.loadMore());
  const isKnown = Object.keys(store.counts).length > 0 || store.pages.rows.status === 'ready';
  const side = (
    <>
      <View className="hint">{texts.lead}</View>
      {isKnown ? (
        <Notice
          icon={store.stuck > 0 ? 'warning' : 'check'}
          tone={store.stuck > 0 ? 'danger' : 'good'}
          {...(store.stuck === 0 && { hint: texts.noneStuckHint })}
        >
          {store.stuck > 0 ? texts.stuck(store.stuck) : texts.noneStuck}
        </Notice>
      ) : null}
      {isKnown ? <States store={store} /> : null}
    </>
  );
  const main = (
    <>
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      {remoteView({
        remote: store.pages.rows,
        onRetry: () => void store.open(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (rows) => <Rows store={store} rows={rows} />,
      })}
    </>
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={main} />
    </Screen>
  );
}

export default observer(Deliveries);
