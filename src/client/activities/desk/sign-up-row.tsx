import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Question } from '../../../contract/activities';
import type { ManagedSignUp } from '../../../contract/activity-desk';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { signUpStateTexts, waitTag } from '../activity-text';
import { pointText } from '../when-text';
import { helperHint } from './helper-sheet';
import { signUpsTexts as texts, wayTexts } from './texts';

interface SignUpRowProps {
  signUp: ManagedSignUp;
  questions: readonly Question[];
  /** Null where nobody may be taken off any more. */
  onRemove: (() => void) | null;
}

const answerText = ({ id, kind }: Question, { answers }: ManagedSignUp): string => {
  const values = answers.find(({ questionId }) => questionId === id)?.values ?? [];
  if (values.length === 0) return texts.noAnswer;
  if (kind !== 'yes_no') return values.join('、');
  return values[0] === 'yes' ? texts.yes : texts.no;
};

/** Somebody who comes, waits or does not come after all, with what they answered. */
export const SignUpRow = observer(({ signUp, questions, onRemove }: SignUpRowProps) => {
  const { person, state, waitPlace, signedUpAt, via, reason, hasAgreedToRisk } = signUp;
  const tag = state === 'waitlisted' ? waitTag(waitPlace) : signUpStateTexts[state];
  const isRunning = state === 'going' || state === 'waitlisted';
  return (
    <View className={`sign-up-row ${isRunning ? '' : 'sign-up-row--off'}`}>
      <View className="sign-up-row__top">
        <PersonLine
          nickname={person?.nickname ?? texts.gone}
          avatarUrl={person?.avatarUrl ?? null}
          hint={person ? helperHint(person) : ''}
        />
        <Tag text={tag.text} tone={tag.tone} />
      </View>
      {questions.map((question) => (
        <View key={question.id} className="sign-up-row__answer">
          <View className="sign-up-row__question">{question.label}</View>
          <View className="sign-up-row__value">{answerText(question, signUp)}</View>
        </View>
      ))}
      {reason ? <View className="sign-up-row__value">{texts.removedFor(reason)}</View> : null}
      <View className="sign-up-row__foot">
        <View className="hint">
          {[texts.at(pointText(signedUpAt), wayTexts[via]), hasAgreedToRisk ? texts.agreed : null]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {onRemove && isRunning ? (
          <Pressable className="sign-up-row__remove" onPress={onRemove}>
            {texts.remove}
          </Pressable>
        ) : null}
      </View>
    </View>
  );
});
