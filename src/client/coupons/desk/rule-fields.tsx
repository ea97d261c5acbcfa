import { observer } from 'mobx-react';
import { couponAudiences, couponPeriods, couponUses } from '../../../contract/coupons';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import type { CouponEditStore } from './edit-store';
import { audienceNames, editTexts as texts, periodNames, useHints, useNames } from './texts';

interface StoreProps {
  store: CouponEditStore;
}

const countLength = 7;

/** How many there are, and how many of them one person may take. */
export const AmountFields = observer(({ store }: StoreProps) => {
  const { draft, wrong, coupon, isOut } = store;
  return (
    <>
      <TextField
        label={texts.total}
        type="number"
        value={draft.total}
        maxLength={countLength}
        {...(coupon && coupon.issued > 0 && { hint: texts.totalIssued(coupon.issued) })}
        error={wrong['total'] ?? null}
        onChange={(total) => store.write({ total })}
      />
      {isOut ? null : (
        <Field label={texts.period}>
          <Chips
            label={texts.period}
            value={draft.period}
            options={couponPeriods.map((value) => ({ value, text: periodNames[value] }))}
            onChange={(period) => store.write({ period })}
          />
        </Field>
      )}
      <TextField
        label={isOut ? texts.perRiderOf(periodNames[draft.period]) : texts.perRider}
        type="number"
        value={draft.perRider}
        maxLength={3}
        error={wrong['perRider'] ?? wrong['period'] ?? null}
        onChange={(perRider) => store.write({ perRider })}
      />
    </>
  );
});

/** Who may take it, whether ahead or only in the shop, and for how many points. */
export const AudienceFields = observer(({ store }: StoreProps) => {
  const { draft, wrong, coupon, isOut } = store;
  return (
    <>
      <Field label={texts.audience}>
        <Chips
          label={texts.audience}
          value={draft.audience}
          options={couponAudiences.map((value) => ({ value, text: audienceNames[value] }))}
          onChange={(audience) => store.write({ audience })}
        />
      </Field>
      {isOut ? null : (
        <Field label={texts.use} hint={useHints[draft.use]}>
          <Chips
            label={texts.use}
            value={draft.use}
            options={couponUses.map((value) => ({ value, text: useNames[value] }))}
            onChange={(use) => store.write({ use })}
          />
        </Field>
      )}
      {isOut && coupon?.pricePoints === null ? null : (
        <TextField
          label={texts.points}
          type="number"
          value={draft.pricePoints}
          maxLength={6}
          hint={texts.pointsHint}
          error={wrong['pricePoints'] ?? null}
          onChange={(pricePoints) => store.write({ pricePoints })}
        />
      )}
    </>
  );
});
