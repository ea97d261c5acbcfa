import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { CheckRow } from '../../ui/check-row';
import { FailureNotice } from '../../ui/failure-notice';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { ReadersStore } from './readers-store';
import { categoryTexts as texts } from './texts';

interface ReadersSheetProps {
  communityId: string;
  categoryId: string;
  name: string;
  onClose: () => void;
  onSaved: () => void;
}

/** Who reads a confidential category. */
export const ReadersSheet = observer((props: ReadersSheetProps) => {
  const { communityId, categoryId, name, onClose, onSaved } = props;
  const root = useRootStore();
  const [store] = useState(() => new ReadersStore(root, { communityId, categoryId }));
  useEffect(() => void store.load(), [store]);
  const save = async () => {
    if (!(await store.save())) return;
    root.device.feedback.toast(texts.readersSaved);
    onSaved();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.readersTitle(name)}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.save}
            isWorking={store.working.isWorking}
            isDisabled={!store.isChanged}
            onPress={() => void save()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View>{texts.readersHint}</View>
      {remoteView({
        remote: store.readers,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: () =>
          store.people.length === 0 ? (
            <View className="hint">{texts.readersEmpty}</View>
          ) : (
            store.people.map(({ personId, nickname, departments }) => (
              <CheckRow
                key={personId}
                text={nickname}
                hint={departments.join('、')}
                isChecked={store.has(personId)}
                onToggle={() => store.toggle(personId)}
              />
            ))
          ),
      })}
      <FailureNotice working={store.working} />
    </BottomSheet>
  );
});
