import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityLimits } from '../../../contract/activities';
import type { ManagedActivity } from '../../../contract/activity-desk';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { CheckRow } from '../../ui/check-row';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { UploadedPhotosField } from '../../ui/uploaded-photos';
import { viewTexts as texts } from './texts';
import type { ActivityViewStore } from './view-store';

interface AfterProps {
  store: ActivityViewStore;
  activity: ManagedActivity;
}

const Shown = observer(({ store, activity }: AfterProps) => {
  const { web } = useRootStore().device;
  const [goingId, setGoingId] = useState<string | null>(null);
  const { afterPhotos, can } = activity;
  return (
    <>
      <View className="uploaded-photos">
        {afterPhotos.map(({ id, thumbUrl }, index) => (
          <View key={id} className="uploaded-photos__one">
            <Image
              className="uploaded-photos__picture"
              src={web.urlOf(thumbUrl)}
              mode="aspectFill"
              imgProps={{ alt: texts.afterAlt(index + 1) }}
            />
            {can.addPhotos ? (
              <Pressable
                className="uploaded-photos__remove"
                label={texts.afterRemove(index + 1)}
                onPress={() => setGoingId(id)}
              >
                <Icon name="trash" />
              </Pressable>
            ) : null}
          </View>
        ))}
      </View>
      <ConfirmSheet
        isOpen={goingId !== null}
        title={texts.afterRemoveAsk}
        hint={texts.afterRemoveHint}
        confirm={texts.afterRemoveConfirm}
        onConfirm={() => {
          if (goingId !== null) void store.removePhoto(goingId);
          setGoingId(null);
        }}
        onClose={() => setGoingId(null)}
      />
    </>
  );
});

/** Chosen, then agreed to by those who are to be seen, then shown. */
const Adding = observer(({ store }: { store: ActivityViewStore }) => {
  const { device } = useRootStore();
  const [hasAgreed, setHasAgreed] = useState(false);
  const { photos, working } = store;
  const show = async () => {
    if (!(await store.showPhotos())) return;
    setHasAgreed(false);
    device.feedback.toast(texts.afterAdded);
  };
  return (
    <>
      <UploadedPhotosField store={photos} label={texts.afterNew} hint={texts.afterHint} />
      {photos.photos.length > 0 ? (
        <>
          <CheckRow
            text={texts.afterAgreed}
            isChecked={hasAgreed}
            onToggle={() => setHasAgreed(!hasAgreed)}
          />
          <ActionButton
            kind="primary"
            text={texts.afterAdd}
            isWorking={working.isWorking || photos.isUploading}
            isDisabled={!hasAgreed || photos.mediaIds.length === 0}
            onPress={() => void show()}
          />
        </>
      ) : null}
    </>
  );
});

/** How it was, in photos. */
export const AfterPart = observer(({ store, activity }: AfterProps) => {
  const { can, afterPhotos } = activity;
  if (!can.addPhotos && afterPhotos.length === 0) return null;
  return (
    <View className="card activity-view">
      <Heading level={2}>{texts.after}</Heading>
      {afterPhotos.length > 0 ? <Shown store={store} activity={activity} /> : null}
      {can.addPhotos && afterPhotos.length < activityLimits.afterPhotos ? <Adding store={store} /> : null}
    </View>
  );
});
