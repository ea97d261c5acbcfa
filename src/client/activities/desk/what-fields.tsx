import { observer } from 'mobx-react';
import { activityKindNames, activityLimits } from '../../../contract/activities';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { LongTextField } from '../../ui/long-text-field';
import { TextField } from '../../ui/text-field';
import { UploadedPhotosField } from '../../ui/uploaded-photos';
import { activityKindTexts } from '../activity-text';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts } from './edit-texts';

const kinds = activityKindNames.map((value) => ({ value, text: activityKindTexts[value] }));

/** What it is and how it is told of. */
export const WhatFields = observer(({ store }: { store: ActivityEditStore }) => {
  const { draft, wrong } = store;
  return (
    <>
      <Field label={texts.kind}>
        <Chips
          label={texts.kind}
          value={draft.kind}
          options={kinds}
          onChange={(kind) => store.write({ kind })}
        />
      </Field>
      <TextField
        label={texts.name}
        placeholder={texts.namePlaceholder}
        value={draft.title}
        maxLength={activityLimits.titleLength}
        error={wrong['title'] ?? null}
        onChange={(title) => store.write({ title })}
      />
      <LongTextField
        label={texts.about}
        placeholder={texts.aboutPlaceholder}
        value={draft.description}
        maxLength={activityLimits.descriptionLength}
        error={wrong['description'] ?? null}
        onChange={(description) => store.write({ description })}
      />
      <UploadedPhotosField store={store.photos} label={texts.photos} hint={texts.photosHint} />
    </>
  );
});
