import { observer } from 'mobx-react';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { Segments } from '../../ui/segments';
import { TextField } from '../../ui/text-field';
import { WhenField } from '../../ui/when-field';
import type { Repeat } from './activity-draft';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts, repeatTexts } from './edit-texts';

const repeats = (Object.keys(repeatTexts) as Repeat[]).map((value) => ({ value, text: repeatTexts[value] }));

const ends = [
  { value: 'count', text: texts.byCount },
  { value: 'day', text: texts.byDay },
] as const;

const numberLength = 2;

/** How it comes again, and until when. */
export const RepeatFields = observer(({ store }: { store: ActivityEditStore }) => {
  const { draft, wrong } = store;
  return (
    <>
      <Field label={texts.repeat} hint={draft.repeat === 'monthly' ? texts.repeatHint : undefined}>
        <Chips
          label={texts.repeat}
          value={draft.repeat}
          options={repeats}
          onChange={(repeat) => store.write({ repeat })}
        />
      </Field>
      {draft.repeat === 'weeks' ? (
        <TextField
          label={texts.everyWeeks}
          type="number"
          value={draft.everyWeeks}
          maxLength={numberLength}
          error={wrong['everyWeeks'] ?? null}
          onChange={(everyWeeks) => store.write({ everyWeeks })}
        />
      ) : null}
      {draft.repeat === 'once' ? null : (
        <Field label={texts.endsBy}>
          <Segments
            label={texts.endsBy}
            value={draft.endsBy}
            options={ends}
            onChange={(endsBy) => store.write({ endsBy })}
          />
        </Field>
      )}
      {draft.repeat !== 'once' && draft.endsBy === 'count' ? (
        <TextField
          label={texts.count}
          type="number"
          value={draft.count}
          maxLength={numberLength}
          error={wrong['count'] ?? null}
          onChange={(count) => store.write({ count })}
        />
      ) : null}
      {draft.repeat !== 'once' && draft.endsBy === 'day' ? (
        <WhenField
          label={texts.untilOn}
          kind="date"
          value={draft.untilOn}
          error={wrong['untilOn']}
          onChange={(untilOn) => store.write({ untilOn })}
        />
      ) : null}
    </>
  );
});
