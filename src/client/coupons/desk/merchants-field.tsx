import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ManagedMerchant } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { CheckRow } from '../../ui/check-row';
import { ListEnd } from '../../ui/list-end';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { SearchField } from '../../ui/search-field';
import type { CouponEditStore } from './edit-store';
import { editTexts as texts } from './texts';

const nameLength = 40;

interface StoreProps {
  store: CouponEditStore;
}

const Search = observer(({ store }: StoreProps) => {
  return (
    <SearchField
      label={texts.search}
      placeholder={texts.searchPlaceholder}
      maxLength={nameLength}
      searched={store.search}
      onSearch={(words) => void store.find(words)}
    />
  );
});

const Shop = observer(({ store, merchant }: StoreProps & { merchant: ManagedMerchant }) => {
  const { id, name, address, status } = merchant;
  const isChosen = store.isChosen(id);
  const isOpen = status === 'active' || status === 'paused';
  const isKept = store.isKept(id);
  return (
    <View className="coupon-edit__shop">
      <CheckRow
        text={name}
        hint={isKept ? texts.alreadyIn : isOpen ? address : texts.notOpen}
        isChecked={isChosen}
        isDisabled={isKept || (!isOpen && !isChosen)}
        onToggle={() => store.toggleMerchant(merchant)}
      />
    </View>
  );
});

/** In which shops it is good. */
export const MerchantsField = observer(({ store }: StoreProps) => {
  const { settings } = useRootStore();
  const { merchants, draft, wrong } = store;
  const error = wrong['merchantIds'];
  return (
    <>
      <View className="coupon-edit__chosen">
        {draft.merchants.length === 0
          ? texts.chosen(0)
          : `${texts.chosen(draft.merchants.length)}：${draft.merchants.map(({ name }) => name).join('、')}`}
      </View>
      {error ? <View className="field__wrong">{error}</View> : null}
      <Search store={store} />
      {remoteView({
        remote: merchants.rows,
        onRetry: () => void store.loadMerchants(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) => (
          <View>
            {rows.length === 0 ? (
              <View className="hint">{`${texts.noneFound} · ${texts.noneFoundHint}`}</View>
            ) : null}
            {rows.map((merchant) => (
              <Shop key={merchant.id} store={store} merchant={merchant} />
            ))}
            <ListEnd
              hasMore={merchants.hasMore}
              isLoadingMore={merchants.isLoadingMore}
              moreFailure={merchants.moreFailure}
              count={rows.length}
              onMore={() => void merchants.loadMore()}
            />
          </View>
        ),
      })}
    </>
  );
});
