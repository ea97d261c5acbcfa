import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import {
  serviceGrades,
  serviceLimits,
  type ServedRecord,
  type ServiceGrade,
} from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { LongTextField } from '../../ui/long-text-field';
import { Segments } from '../../ui/segments';
import { uiTexts } from '../../ui/texts';
import { gradeNames } from '../service-text';
import type { RecordsStore } from './records-store';
import { recordsTexts as texts } from './texts';

interface GradeSheetProps {
  store: RecordsStore;
  record: ServedRecord;
  onClose: () => void;
}

/** How somebody served, in a word and a line. What was written stays when it fails. */
export const GradeSheet = observer(({ store, record, onClose }: GradeSheetProps) => {
  const { device } = useRootStore();
  const [grade, setGrade] = useState<ServiceGrade>(record.grade ?? 'good');
  const [words, setWords] = useState(record.gradeWords ?? '');
  const save = async () => {
    if (!(await store.grade(record, grade, words))) return;
    device.feedback.toast(texts.saved);
    onClose();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.gradeTitle(record.volunteer?.nickname ?? '')}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.save}
            isWorking={store.working.isWorking}
            onPress={() => void save()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="service-desk__card">
        <View>{texts.gradeHint}</View>
        <Segments
          label={texts.gradeLabel}
          value={grade}
          options={serviceGrades.map((value) => ({ value, text: gradeNames[value] }))}
          onChange={setGrade}
        />
        <LongTextField
          label={texts.wordsLabel}
          value={words}
          maxLength={serviceLimits.gradeWordsLength}
          placeholder={texts.wordsPlaceholder}
          onChange={setWords}
        />
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});
