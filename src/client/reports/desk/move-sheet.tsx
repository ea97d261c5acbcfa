import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { listAssignees, type Assignees } from '../../../contract/report-cases';
import { reportLimits } from '../../../contract/reports';
import type { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { SessionKept } from '../../session-kept';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { UploadedPhotosField } from '../../ui/uploaded-photos';
import { UploadedPhotos } from '../../uploaded-photos';
import { reportRoutes } from '../routes';
import type { CaseStore } from './case-store';
import { formTexts as texts, moveTexts } from './case-texts';
import { useMayDecide } from './may-decide';
import { isComplete } from './move-form';
import { MoveFields } from './move-fields';

interface MoveSheetProps {
  store: CaseStore;
  assignees: Remote<Assignees>;
  onDone: (text: string) => void;
}

/** Photos of each case. */
const chosen = new SessionKept<UploadedPhotos>();

/** What became of it, where it did not go through. */
const Said = observer(({ store }: { store: CaseStore }) => {
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

/** The form of one move. What is written stays when it fails, when somebody else was quicker, and when it is closed. */
export const MoveSheet = observer(({ store, assignees, onDone }: MoveSheetProps) => {
  const root = useRootStore();
  const { communityId, reportId } = store.ids;
  const mayDecide = useMayDecide(communityId);
  const [photos] = useState(() =>
    chosen.of(
      root,
      reportId,
      () => new UploadedPhotos(root, { communityId, purpose: 'after', most: reportLimits.photos }),
    ),
  );
  const { action, form } = store;
  const loadAssignees = () =>
    void assignees.load({
      key: 'assignees',
      copy: () => null,
      read: () => root.api.call(listAssignees, { communityId }),
    });
  const words = action && moveTexts[action];
  const canSend =
    action !== null &&
    store.isStillPossible &&
    !photos.isUploading &&
    isComplete(action, form, photos.mediaIds.length);
  const send = async () => {
    if (!words || !(await store.send(action === 'resolve' ? photos.mediaIds : []))) return;
    photos.forget();
    onDone(words.done);
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
            isWorking={store.isWorking}
            isDisabled={!canSend}
            onPress={() => void send()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={store.close} />
        </>
      }
    >
      <View>{words?.hint}</View>
      {action ? (
        <MoveFields
          action={action}
          form={form}
          onChange={store.write}
          parts={{
            assignees,
            loadAssignees,
            templates: store.templates.data ?? [],
            manageTemplates: mayDecide
              ? () => {
                  store.close();
                  root.device.navigation.to(reportRoutes.templates.to({ communityId }));
                }
              : null,
          }}
          photos={
            action === 'resolve' ? (
              <UploadedPhotosField store={photos} label={texts.after} hint={texts.afterHint} />
            ) : null
          }
        />
      ) : null}
      <Said store={store} />
    </BottomSheet>
  );
});
