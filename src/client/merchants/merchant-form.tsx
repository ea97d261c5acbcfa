import { View } from '@tarojs/components';
import { merchantCategories, merchantLimits } from '../../contract/merchants';
import { Chips } from '../ui/chips';
import { Field } from '../ui/field';
import { TextField } from '../ui/text-field';
import { categoryTexts } from './category-text';
import { formTexts as texts } from './form-texts';
import { HoursEditor } from './hours-editor';
import './merchant-form.scss';
import { PositionField } from './position-field';
import type { ShopDraft, ShopErrors } from './shop-draft';

interface MerchantFormProps {
  draft: ShopDraft;
  /** What is wrong, by field: shown once somebody tried to send it. */
  errors: ShopErrors;
  onChange: (change: Partial<ShopDraft>) => void;
}

const phoneLength = 30;

/** What is said of a shop, for whoever says it. What was written belongs to the page. */
export function MerchantForm({ draft, errors, onChange }: MerchantFormProps) {
  return (
    <>
      <View className="card merchant-form">
        <TextField
          label={texts.name}
          value={draft.name}
          placeholder={texts.namePlaceholder}
          maxLength={merchantLimits.nameLength}
          error={errors.name ?? null}
          onChange={(name) => onChange({ name })}
        />
        <Field label={texts.category}>
          <Chips
            label={texts.category}
            value={draft.category}
            options={merchantCategories.map((value) => ({ value, text: categoryTexts[value] }))}
            onChange={(category) => onChange({ category })}
          />
        </Field>
        <TextField
          label={texts.address}
          value={draft.address}
          placeholder={texts.addressPlaceholder}
          maxLength={merchantLimits.addressLength}
          error={errors.address ?? null}
          onChange={(address) => onChange({ address })}
        />
        <TextField
          label={texts.phone}
          value={draft.phone}
          placeholder={texts.phonePlaceholder}
          maxLength={phoneLength}
          error={errors.phone ?? null}
          onChange={(phone) => onChange({ phone })}
        />
      </View>
      <View className="card">
        <PositionField draft={draft} errors={errors} onChange={onChange} />
      </View>
      <View className="card">
        <HoursEditor hours={draft.hours} onChange={(hours) => onChange({ hours })} />
      </View>
    </>
  );
}
