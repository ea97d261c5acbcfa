import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { RequestCase } from '../../../contract/request-cases';
import { requestLimits } from '../../../contract/requests';
import { ReplyStore } from '../../reply-store';
import { useRootStore } from '../../root-store';
import { SessionKept } from '../../session-kept';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Field } from '../../ui/field';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { PhotoGrid } from '../../ui/photo-grid';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { AssignFields } from './assign-fields';
import type { RequestCaseStore } from './case-store';
import { moveKinds } from './move-form';
import './move-sheet.scss';
import { formTexts as texts, moveTexts } from './texts';

interface MoveSheetProps {
  store: RequestCaseStore;
  found: RequestCase;
}

/** Photos of each case. */
const chosen = new SessionKept<ReplyStore>();

/** What became of it, where it did not go through. */
const Said = observer(({ store }: { store: RequestCaseStore }) => {
  const { failure, happened, isStillPossible } = store;
  if (!isStillPossible)
    return (
      <Notice icon="people" tone="warn" hint={[...(happened ?? []), texts.gone].join('，')}>
        {texts.conflict}
      </Notice>
    );
  if (!failure) return null;
  if (happened)
    return (
      <Notice icon="people" tone="warn" hint={texts.conflictHint(happened)}>
        {texts.conflict}
      </Notice>
    );
  const { title, hint } = failureWords(failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});

/** Photos that go with an answer. */
const AnswerPhotos = observer(({ photos }: { photos: ReplyStore }) => (
  <Field label={texts.photos}>
    <PhotoGrid
      label={texts.photos}
      photos={photos.photos.map(({ key, failure }) => ({ key, isRefused: failure !== null }))}
      most={requestLimits.photos}
      isLocked={photos.isWorking}
      onAdd={(source) => void photos.addPhotos(source)}
      onRemove={photos.removePhoto}
    />
    {photos.photosWrong ? (
      <Notice icon="warning" tone="warn">
        {photos.photosWrong}
      </Notice>
    ) : null}
    {photos.failure ? (
      <Notice icon="warning" tone="danger">
        {failureWords(photos.failure).title}
      </Notice>
    ) : null}
  </Field>
));

/** The form of one move. What is written stays when it fails, when somebody else was quicker, and when it is closed. */
export const MoveSheet = observer(({ store, found }: MoveSheetProps) => {
  const root = useRootStore();
  const { communityId, requestId } = store.ids;
  const [photos] = useState(() =>
    chosen.of(
      root,
      requestId,
      () => new ReplyStore(root, { communityId, purpose: 'request', mostPhotos: requestLimits.photos }),
    ),
  );
  const { action, form } = store;
  const words = action && moveTexts[action];
  const kind = action && moveKinds[action];
  const send = async () => {
    const isDone = kind?.hasPhotos ? await photos.send((_, ids) => store.send(ids)) : await store.send();
    if (isDone && words) root.device.feedback.toast(words.done);
  };
  return (
    <BottomSheet
      isOpen={action !== null}
      title={words?.title ?? ''}
      onClose={store.close}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={store.happened ? texts.sendAnyway : (words?.name ?? '')}
            isWorking={store.isWorking || photos.isWorking}
            isDisabled={!store.canSend}
            onPress={() => void send()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={store.close} />
        </>
      }
    >
      <View className="request-move">
        <View>{words?.hint}</View>
        {kind?.hasAssignee ? <AssignFields store={store} found={found} /> : null}
        {words && kind?.words !== 'none' ? (
          <LongTextField
            label={words.words}
            value={form.words}
            maxLength={requestLimits.replyLength}
            placeholder={words.placeholder}
            onChange={(value) => store.write({ words: value })}
          />
        ) : null}
        {kind?.hasPhotos ? <AnswerPhotos photos={photos} /> : null}
        <Said store={store} />
      </View>
    </BottomSheet>
  );
});
