import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { categoryLimits } from '../../../contract/request-categories';
import { requestIcons as iconKeys } from '../../../contract/requests';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { daysOf, isWhole, type CategoriesStore, type CategoryDraft } from './categories-store';
import './category-sheet.scss';
import { categoryTexts as texts, iconTexts } from './texts';

interface CategorySheetProps {
  store: CategoriesStore;
  /** As it was when it was opened. */
  given: CategoryDraft;
  onClose: () => void;
}

/** One category, to be changed or filled in; it is saved with all the others. */
export const CategorySheet = observer(({ store, given, onClose }: CategorySheetProps) => {
  const [draft, setDraft] = useState(given);
  const change = (part: Partial<CategoryDraft>) => setDraft({ ...draft, ...part });
  const isDaysWrong = draft.days !== '' && daysOf(draft) === null;
  const done = () => {
    store.put(draft);
    onClose();
  };
  return (
    <BottomSheet
      isOpen
      title={given.id === null ? texts.newTitle : texts.edit(given.name)}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={texts.done} isDisabled={!isWhole(draft)} onPress={done} />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="category-sheet">
        <TextField
          label={texts.name}
          value={draft.name}
          maxLength={categoryLimits.nameLength}
          placeholder={texts.namePlaceholder}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={texts.hint}
          value={draft.hint}
          maxLength={categoryLimits.hintLength}
          placeholder={texts.hintPlaceholder}
          onChange={(hint) => change({ hint })}
        />
        <Field label={texts.department}>
          <Chips
            label={texts.department}
            value={draft.departmentId}
            options={(store.departments.data ?? []).map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(departmentId) => change({ departmentId })}
          />
        </Field>
        <TextField
          label={texts.days}
          value={draft.days}
          maxLength={2}
          type="number"
          error={isDaysWrong ? texts.daysWrong(categoryLimits.answerDays) : null}
          onChange={(days) => change({ days })}
        />
        <Field label={texts.icon}>
          <Chips
            label={texts.icon}
            value={draft.icon}
            options={iconKeys.map((value) => ({ value, text: iconTexts[value] }))}
            onChange={(icon) => change({ icon })}
          />
        </Field>
        <SwitchRow
          text={texts.confidential}
          hint={texts.confidentialHint}
          isOn={draft.isConfidential}
          onToggle={() => change({ isConfidential: !draft.isConfidential })}
        />
        <SwitchRow
          text={texts.active}
          hint={texts.activeHint}
          isOn={draft.isActive}
          onToggle={() => change({ isActive: !draft.isActive })}
        />
      </View>
    </BottomSheet>
  );
});
