import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Failure } from '../failure';
import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import { LongTextField } from './long-text-field';
import { Notice } from './notice';
import { failureWords } from './state-views';
import { uiTexts } from './texts';
import { PhotoGrid } from './photo-grid';
import type { ReplyStore } from '../reply-store';
import './reply-sheet.scss';
import { replyTexts as texts } from './photo-texts';

interface ReplySheetProps {
  isOpen: boolean;
  title: string;
  hint: string;
  label: string;
  placeholder: string;
  maxLength: number;
  confirm: string;
  reply: ReplyStore;
  /** Of what was asked with it; the photos' own failures are the reply's. */
  failure: Failure | null;
  onSend: () => void;
  onClose: () => void;
}

/** Words, and photos where they help. What was written stays when it fails. */
export const ReplySheet = observer((props: ReplySheetProps) => {
  const { isOpen, title, hint, reply, onSend, onClose } = props;
  const failure = reply.failure ?? props.failure;
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
            isWorking={reply.isWorking}
            isDisabled={reply.words.trim() === ''}
            onPress={onSend}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="reply-sheet">
        <View className="reply-sheet__hint">{hint}</View>
        <LongTextField
          label={props.label}
          value={reply.words}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          onChange={reply.write}
        />
        <View className="hint">{texts.photos}</View>
        <PhotoGrid
          label={texts.photos}
          photos={reply.photos.map((photo) => ({ key: photo.key, isRefused: photo.failure !== null }))}
          most={reply.ids.mostPhotos}
          isLocked={reply.isWorking}
          onAdd={(source) => void reply.addPhotos(source)}
          onRemove={reply.removePhoto}
        />
        {reply.photosWrong ? (
          <Notice icon="warning" tone="warn">
            {reply.photosWrong}
          </Notice>
        ) : null}
        {failure ? (
          <Notice icon="warning" tone="danger">
            {failureWords(failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});
