import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import {
  serviceGrades,
  serviceLimits,
  type ServedRecord,
  type ServiceGrade,
} from '../../contract/service-records';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { FailureNotice } from '../ui/failure-notice';
import { LongTextField } from '../ui/long-text-field';
import { Segments } from '../ui/segments';
import { uiTexts } from '../ui/texts';
import type { Working } from '../working';
import { gradeNames } from './service-text';
import { gradeTexts as texts } from './grade-text';
import './grade-sheet.scss';

interface GradeSheetProps {
  record: ServedRecord;
  working: Working;
  /** True when the cloud has it. */
  onSave: (grade: ServiceGrade, words: string) => Promise<boolean>;
  onClose: () => void;
}

/** How somebody served, in a word and a line. What was written stays when it fails. */
export const GradeSheet = observer(({ record, working, onSave, onClose }: GradeSheetProps) => {
  const { device } = useRootStore();
  const [grade, setGrade] = useState<ServiceGrade>(record.grade ?? 'good');
  const [words, setWords] = useState(record.gradeWords ?? '');
  const save = async () => {
    if (!(await onSave(grade, words))) return;
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
            isWorking={working.isWorking}
            onPress={() => void save()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="grade-sheet">
        <View className="hint">{texts.gradeHint}</View>
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
        <FailureNotice working={working} />
      </View>
    </BottomSheet>
  );
});
