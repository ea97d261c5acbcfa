import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { activityLimits, type Question } from '../../contract/activities';
import { CheckRow } from '../ui/check-row';
import { Chips } from '../ui/chips';
import { Field } from '../ui/field';
import { LongTextField } from '../ui/long-text-field';
import type { AnswersForm } from './answers-form';
import { questionTexts as texts } from './question-texts';

interface QuestionFieldProps {
  form: AnswersForm;
  question: Question;
}

const yesOrNo = [
  { value: 'yes', text: texts.yes },
  { value: 'no', text: texts.no },
] as const;

/** One question, answered in the way its kind wants it. */
export const QuestionField = observer(({ form, question }: QuestionFieldProps) => {
  const { id, kind, label, isRequired, options } = question;
  const values = form.answers[id] ?? [];
  const name = isRequired ? label : texts.optional(label);
  const error = form.missing.includes(id) ? texts.required : null;
  switch (kind) {
    case 'text':
      return (
        <LongTextField
          label={name}
          value={values[0] ?? ''}
          maxLength={activityLimits.answerLength}
          error={error}
          onChange={(text) => form.answer(id, [text])}
        />
      );
    case 'multiple':
      return (
        <Field label={name} error={error}>
          <View>
            {options.map((option) => (
              <CheckRow
                key={option}
                text={option}
                isChecked={values.includes(option)}
                onToggle={() => form.toggle(question, option)}
              />
            ))}
          </View>
        </Field>
      );
    case 'single':
    case 'yes_no':
      return (
        <Field label={name} error={error}>
          <Chips
            label={name}
            value={values[0] ?? ''}
            options={kind === 'yes_no' ? yesOrNo : options.map((option) => ({ value: option, text: option }))}
            onChange={(value) => form.answer(id, [value])}
          />
        </Field>
      );
  }
});
