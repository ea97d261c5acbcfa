import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityLimits, questionKinds, type Question } from '../../../contract/activities';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Field } from '../../ui/field';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { wrongQuestion } from './draft-check';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts, questionKindTexts } from './edit-texts';
import { canAddOption, changed, moved, withNew, without } from './questions';
import './questions-editor.scss';

interface QuestionProps {
  store: ActivityEditStore;
  question: Question;
}

const kinds = questionKinds.map((value) => ({ value, text: questionKindTexts[value] }));

const Options = observer(({ store, question }: QuestionProps) => {
  const { id, options } = question;
  const write = (next: string[]) =>
    store.write({ questions: changed(store.draft.questions, id, { options: next }) });
  return (
    <View className="question-editor__options">
      {options.map((option, index) => (
        <View key={index} className="question-editor__option">
          <TextField
            label={texts.option(index + 1)}
            value={option}
            maxLength={activityLimits.optionLength}
            onChange={(text) => write(options.map((one, at) => (at === index ? text : one)))}
          />
          {options.length > 2 ? (
            <Pressable
              className="question-editor__icon"
              label={texts.removeOption(index + 1)}
              onPress={() => write(options.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </Pressable>
          ) : null}
        </View>
      ))}
      {canAddOption(question) ? (
        <ActionButton
          kind="quiet"
          icon="plus"
          text={texts.addOption}
          onPress={() => write([...options, ''])}
        />
      ) : null}
    </View>
  );
});

const One = observer(({ store, question, index }: QuestionProps & { index: number }) => {
  const { id, kind, label, isRequired } = question;
  const { questions } = store.draft;
  const [isAsking, setIsAsking] = useState(false);
  const remove = () => store.write({ questions: without(questions, id) });
  const change = (part: Partial<Question>) => store.write({ questions: changed(questions, id, part) });
  const error = store.wrong['questions'] ? wrongQuestion(question) : null;
  return (
    <View className="question-editor__one">
      <View className="question-editor__top">
        <Heading level={3} className="question-editor__number">
          {texts.questionNumber(index + 1)}
        </Heading>
        {index > 0 ? (
          <Pressable
            className="question-editor__icon"
            label={texts.earlier}
            onPress={() => store.write({ questions: moved(questions, id, -1) })}
          >
            <Icon name="back" className="question-editor__up" />
          </Pressable>
        ) : null}
        {index < questions.length - 1 ? (
          <Pressable
            className="question-editor__icon"
            label={texts.later}
            onPress={() => store.write({ questions: moved(questions, id, 1) })}
          >
            <Icon name="next" className="question-editor__down" />
          </Pressable>
        ) : null}
        <Pressable
          className="question-editor__icon"
          label={`${texts.removeQuestion}${texts.questionNumber(index + 1)}`}
          onPress={() => (label.trim() === '' ? remove() : setIsAsking(true))}
        >
          <Icon name="trash" />
        </Pressable>
      </View>
      <TextField
        label={texts.questionLabel}
        placeholder={texts.questionPlaceholder}
        value={label}
        maxLength={activityLimits.questionLength}
        error={error}
        onChange={(text) => change({ label: text })}
      />
      <Field label={texts.questionKind}>
        <Chips
          label={texts.questionKind}
          value={kind}
          options={kinds}
          onChange={(next) => change({ kind: next })}
        />
      </Field>
      {kind === 'single' || kind === 'multiple' ? <Options store={store} question={question} /> : null}
      <SwitchRow
        text={texts.required}
        label={`${texts.questionNumber(index + 1)}${texts.required}`}
        isOn={isRequired}
        onToggle={() => change({ isRequired: !isRequired })}
      />
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.removeQuestionAsk(label)}
        hint={texts.removeQuestionHint}
        confirm={texts.removeQuestion}
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </View>
  );
});

/** What people are asked when they sign up. */
export const QuestionsEditor = observer(({ store }: { store: ActivityEditStore }) => {
  const { questions } = store.draft;
  return (
    <>
      <View className="hint">{texts.questionsHint}</View>
      {questions.map((question, index) => (
        <One key={question.id} store={store} question={question} index={index} />
      ))}
      {store.wrong['questions'] ? <View className="field__wrong">{store.wrong['questions']}</View> : null}
      {questions.length < activityLimits.questions ? (
        <ActionButton
          icon="plus"
          text={texts.addQuestion}
          onPress={() => store.write({ questions: withNew(questions) })}
        />
      ) : null}
    </>
  );
});
