import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { uiTexts } from '../../ui/texts';
import { QuestionField } from '../question-field';
import type { Helper } from './helpers-store';
import type { SignUpsStore } from './sign-ups-store';
import { signUpsTexts as texts } from './texts';

interface AddSheetProps {
  store: SignUpsStore;
  /** Whom one signs up; null while nobody is chosen. */
  helper: Helper | null;
  onClose: () => void;
}

/** Signs somebody up who asked for it, with what they answer. */
export const AddSheet = observer(({ store, helper, onClose }: AddSheetProps) => {
  const { device } = useRootStore();
  const questions = store.activity.data?.questions ?? [];
  const add = async () => {
    const added = helper && (await store.add(helper.personId));
    if (!added) return;
    device.feedback.toast(added.state === 'waitlisted' ? texts.addedWaiting : texts.addedGoing);
    onClose();
  };
  return (
    <BottomSheet
      isOpen={helper !== null}
      title={texts.addFor(helper?.nickname ?? '')}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.addConfirm}
            isWorking={store.working.isWorking}
            onPress={() => void add()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="sign-ups__adding">
        <View>{texts.addHint}</View>
        {questions.map((question) => (
          <QuestionField key={question.id} form={store.form} question={question} />
        ))}
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});
