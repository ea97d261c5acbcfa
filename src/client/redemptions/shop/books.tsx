import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Redemption } from '../../../contract/redemptions';
import { valueText } from '../../coupons/value-text';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { redemptionRoutes } from '../routes';
import './books.scss';
import { BooksStore } from './books-store';
import { ExportCard } from './export-card';
import { FiguresCard } from './figures-card';
import { ReversalSheet } from './reversal-sheet';
import { booksTexts as texts, reversalTexts, wayNames } from './texts';

definePageConfig({ navigationBarTitleText: '账本' });

interface RowProps {
  redemption: Redemption;
  canReverse: boolean;
  onReverse: (redemption: Redemption) => void;
}

function Row({ redemption, canReverse, onReverse }: RowProps) {
  const { number, coupon, rider, at, way, reversed } = redemption;
  return (
    <View className={`card books__row ${reversed ? 'books__row--reversed' : ''}`}>
      <View className="books__row-top">
        <View className="books__value">{valueText(coupon.value)}</View>
        <View className="books__number">{number}</View>
      </View>
      <View>
        {coupon.title} · {rider}
      </View>
      <View className="books__row-top">
        <View className="hint">
          {instantText(at)} · {wayNames[way]}
        </View>
        {canReverse ? (
          <Pressable
            className="books__reverse"
            label={`${texts.reverse} ${number}`}
            onPress={() => onReverse(redemption)}
          >
            {texts.reverse}
          </Pressable>
        ) : null}
      </View>
      {reversed ? <View className="books__reversed">{texts.reversedFor(reversed.reason)}</View> : null}
    </View>
  );
}

const List = observer(
  ({ store, onReverse }: { store: BooksStore; onReverse: (redemption: Redemption) => void }) => {
    const { settings } = useRootStore();
    const { list } = store;
    return remoteView({
      remote: list.rows,
      onRetry: () => void store.load(),
      isOnline: settings.isOnline,
      loading: <LoadingRows count={4} />,
      children: (rows) =>
        rows.length === 0 ? (
          <Still icon="list" title={texts.none} hint={texts.noneHint} />
        ) : (
          <View className="books__part">
            {rows.map((redemption) => (
              <Row
                key={redemption.id}
                redemption={redemption}
                canReverse={!redemption.reversed && Date.parse(redemption.reversibleUntil) > store.now}
                onReverse={onReverse}
              />
            ))}
            <ListEnd
              hasMore={list.hasMore}
              isLoadingMore={list.isLoadingMore}
              moreFailure={list.moreFailure}
              count={rows.length}
              onMore={() => void list.loadMore()}
            />
          </View>
        ),
    });
  },
);

const Books = observer(({ merchantId }: { merchantId: string }) => {
  const root = useRootStore();
  const { device, settings } = root;
  const [store] = useState(() => new BooksStore(root, merchantId));
  const [reversing, setReversing] = useState<Redemption | null>(null);
  const [isExporting, setExporting] = useState(false);
  useDidShow(() => void store.load());
  useReachBottom(() => void store.list.loadMore());
  const reverse = async (redemption: Redemption, reason: string) => {
    if (!(await store.reverse(redemption, reason))) return;
    setReversing(null);
    device.feedback.toast(reversalTexts.done);
  };
  return (
    <Screen title={texts.title}>
      <View className="books">
        {remoteView({
          remote: store.figures,
          onRetry: () => void store.load(),
          isOnline: settings.isOnline,
          loading: <LoadingRows count={1} />,
          children: (figures) => <FiguresCard figures={figures} />,
        })}
        <View className="books__head">
          <Heading level={2}>{texts.list}</Heading>
          <Pressable
            className="books__to-export"
            isPressed={isExporting}
            onPress={() => setExporting(!isExporting)}
          >
            <Icon name="download" />
            <View>{texts.export}</View>
          </Pressable>
        </View>
        {isExporting ? <ExportCard store={store} /> : null}
        <List store={store} onReverse={setReversing} />
      </View>
      <ReversalSheet
        redemption={reversing}
        isWorking={store.isWorking}
        failure={store.failure}
        onReverse={(redemption, reason) => void reverse(redemption, reason)}
        onClose={() => {
          store.forgetFailure();
          setReversing(null);
        }}
      />
    </Screen>
  );
});

function BooksPage() {
  const { sessions } = useRootStore();
  const { merchantId = '' } = redemptionRoutes.books.parse(useRouter().params);
  return sessions.isSignedIn ? <Books merchantId={merchantId} /> : <SignInFirst title={texts.title} />;
}

export default observer(BooksPage);
