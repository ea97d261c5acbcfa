import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { SeriesScope } from '../../../contract/activity-desk';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { pointText } from '../when-text';
import type { ActivityEditStore, Saved } from './edit-store';
import { editTexts as texts } from './edit-texts';
import { ScopeSheet } from './scope-sheet';

interface StoreProps {
  store: ActivityEditStore;
}

/** What became of saving, beside the button. */
const Said = observer(({ store, onMove }: StoreProps & { onMove: () => void }) => {
  const { failure, changedByOthers, isWrong, isBelow } = store;
  if (changedByOthers) {
    const names = changedByOthers.join('、');
    return (
      <Notice
        icon="people"
        tone="warn"
        hint={names ? texts.conflictHint(names) : texts.conflictSame}
        action={{ text: texts.takeTheirs, onPress: store.takeTheirs }}
      >
        {texts.conflict}
      </Notice>
    );
  }
  if (failure && isBelow) {
    return (
      <Notice
        icon="people"
        tone="warn"
        hint={`${failureWords(failure).title} ${texts.belowHint}`}
        action={{ text: texts.belowMove, onPress: onMove }}
      >
        {texts.below}
      </Notice>
    );
  }
  if (!failure && !isWrong) return null;
  const { title, hint } = failure ? failureWords(failure) : { title: texts.look, hint: '' };
  return (
    <Notice icon="warning" tone="danger" {...(failure && { hint: isWrong ? texts.look : hint })}>
      {title}
    </Notice>
  );
});

/** Whom it moved, and whom it collides with: to be read before one goes. */
function SavedSheet({ saved, onClose }: { saved: Saved | null; onClose: () => void }) {
  const { count = 0, moved = [], overlaps = [] } = saved ?? {};
  return (
    <BottomSheet
      isOpen={saved !== null}
      title={texts.doneTitle}
      onClose={onClose}
      actions={<ActionButton kind="primary" text={texts.known} onPress={onClose} />}
    >
      <View className="activity-edit__saved">
        {count > 1 ? <View>{texts.changed(count)}</View> : null}
        {moved.length > 0 ? <View>{texts.moved(moved.join('、'))}</View> : null}
        {overlaps.length > 0 ? <View>{texts.overlaps}</View> : null}
        {overlaps.map(({ nickname, other, startsAt }) => (
          <View key={`${nickname} ${startsAt}`}>{texts.overlap(nickname, other, pointText(startsAt))}</View>
        ))}
      </View>
    </BottomSheet>
  );
}

/** The button, the questions before it and what is said after it. */
export const SaveDock = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const [scope, setScope] = useState<SeriesScope>('this');
  const [saved, setSaved] = useState<Saved | null>(null);
  const leave = () => device.navigation.back('/settings/rider/me');
  const save = async (chosen: SeriesScope, moveToWaitlist = false) => {
    setIsAsking(false);
    setScope(chosen);
    const done = await store.save({ scope: chosen, moveToWaitlist });
    if (!done) return;
    if (done.moved.length > 0 || done.overlaps.length > 0) return setSaved(done);
    const many = store.isNew ? texts.savedSeries(done.count) : texts.changed(done.count);
    const one = store.isNew ? texts.savedDraft : texts.saved;
    device.feedback.toast(done.count > 1 ? many : one);
    leave();
  };
  const press = () => {
    if (!store.check()) return;
    if (store.hasSeries) setIsAsking(true);
    else void save('this');
  };
  const newText = store.draft.repeat === 'once' ? texts.saveNew : texts.saveSeries;
  return (
    <View className="activity-edit__save">
      <Said store={store} onMove={() => void save(scope, true)} />
      <ActionButton
        kind="primary"
        text={store.isNew ? newText : texts.save}
        isWorking={store.working.isWorking || store.photos.isUploading}
        onPress={press}
      />
      <ScopeSheet
        isOpen={isAsking}
        title={texts.scopeAsk}
        hint={texts.scopeHint}
        label={texts.scope}
        confirm={texts.save}
        onConfirm={(chosen) => void save(chosen)}
        onClose={() => setIsAsking(false)}
      />
      <SavedSheet saved={saved} onClose={leave} />
    </View>
  );
});
