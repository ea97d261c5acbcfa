import { observer } from 'mobx-react';
import { couponKinds, couponLimits } from '../../../contract/coupons';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { LongTextField } from '../../ui/long-text-field';
import { TextField } from '../../ui/text-field';
import type { CouponEditStore } from './edit-store';
import { editTexts as texts, kindTexts } from './texts';

interface StoreProps {
  store: CouponEditStore;
}

const amountLength = 10;

const Discount = observer(({ store }: StoreProps) => (
  <TextField
    label={texts.discount}
    type="digit"
    value={store.draft.discount}
    maxLength={3}
    hint={texts.discountHint}
    error={store.wrong['discount'] ?? store.wrong['value'] ?? null}
    onChange={(discount) => store.write({ discount })}
  />
));

const Reduction = observer(({ store }: StoreProps) => (
  <>
    <TextField
      label={texts.threshold}
      type="digit"
      value={store.draft.threshold}
      maxLength={amountLength}
      hint={texts.thresholdHint}
      error={store.wrong['threshold'] ?? null}
      onChange={(threshold) => store.write({ threshold })}
    />
    <TextField
      label={texts.amount}
      type="digit"
      value={store.draft.amount}
      maxLength={amountLength}
      error={store.wrong['amount'] ?? store.wrong['value'] ?? null}
      onChange={(amount) => store.write({ amount })}
    />
  </>
));

const Item = observer(
  ({ store, kind }: StoreProps & { kind: 'fixed_price' | 'free_item' | 'free_check' }) => (
    <TextField
      label={texts.item[kind]}
      placeholder={texts.itemPlaceholder[kind]}
      value={store.draft.item}
      maxLength={couponLimits.itemLength}
      error={store.wrong['item'] ?? store.wrong['value'] ?? null}
      onChange={(item) => store.write({ item })}
    />
  ),
);

const Price = observer(({ store }: StoreProps) => (
  <TextField
    label={texts.price}
    type="digit"
    value={store.draft.price}
    maxLength={amountLength}
    error={store.wrong['price'] ?? null}
    onChange={(price) => store.write({ price })}
  />
));

function ofKind(store: CouponEditStore) {
  const { kind } = store.draft;
  switch (kind) {
    case 'percent_off':
      return <Discount store={store} />;
    case 'amount_off':
      return <Reduction store={store} />;
    case 'fixed_price':
      return (
        <>
          <Item store={store} kind={kind} />
          <Price store={store} />
        </>
      );
    case 'free_item':
    case 'free_check':
      return <Item store={store} kind={kind} />;
  }
}

/** What the coupon is called and worth: a kind with its own fields. */
export const ValueFields = observer(({ store }: StoreProps) => {
  const { draft, wrong } = store;
  return (
    <>
      <TextField
        label={texts.name}
        placeholder={texts.namePlaceholder}
        value={draft.title}
        maxLength={couponLimits.titleLength}
        error={wrong['title'] ?? null}
        onChange={(title) => store.write({ title })}
      />
      <Field label={texts.kind}>
        <Chips
          label={texts.kind}
          value={draft.kind}
          options={couponKinds.map((value) => ({ value, text: kindTexts[value] }))}
          onChange={(kind) => store.write({ kind })}
        />
      </Field>
      {ofKind(store)}
      <LongTextField
        label={texts.terms}
        placeholder={texts.termsPlaceholder}
        value={draft.terms}
        maxLength={couponLimits.termsLength}
        error={wrong['terms'] ?? null}
        onChange={(terms) => store.write({ terms })}
      />
    </>
  );
});
