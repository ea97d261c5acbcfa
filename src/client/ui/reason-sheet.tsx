import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { Failure } from '../failure';
import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import { Chips } from './chips';
import { LongTextField } from './long-text-field';
import { Notice } from './notice';
import { failureWords } from './state-views';
import { uiTexts } from './texts';
import './reason-sheet.scss';

interface ReasonSheetProps {
  isOpen: boolean;
  title: string;
  hint: string;
  label: string;
  placeholder: string;
  confirm: string;
  /** What is meant most often, for one tap. */
  suggestions?: readonly string[];
  maxLength: number;
  isWorking: boolean;
  failure: Failure | null;
  /** Where it outlives being closed; else each opening begins anew. */
  written?: { readonly words: string; readonly write: (words: string) => void };
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for a reason before something that its person gets to read about. What was written stays when it fails. */
export const ReasonSheet = observer((props: ReasonSheetProps) => {
  const { isOpen, title, hint, suggestions = [], failure, isWorking, onConfirm, onClose } = props;
  const [own, setOwn] = useState('');
  useEffect(() => setOwn(''), [isOpen]);
  const { words: reason, write: setReason } = props.written ?? { words: own, write: setOwn };
  return (
    <BottomSheet
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={props.confirm}
            isWorking={isWorking}
            isDisabled={reason.trim() === ''}
            onPress={() => onConfirm(reason.trim())}
          />
          <ActionButton kind="quiet" text={uiTexts.dismiss(props.confirm)} onPress={onClose} />
        </>
      }
    >
      <View className="reason-sheet">
        <View>{hint}</View>
        {suggestions.length > 0 ? (
          <Chips
            label={props.label}
            value={reason}
            options={suggestions.map((text) => ({ value: text, text }))}
            onChange={setReason}
          />
        ) : null}
        <LongTextField
          label={props.label}
          value={reason}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          onChange={setReason}
        />
        {failure ? (
          <Notice icon="warning" tone="danger">
            {failureWords(failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});
