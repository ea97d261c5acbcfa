import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { merchantLimits, type Merchant } from '../../contract/merchants';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { ConfirmSheet } from '../ui/confirm-sheet';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { Pressable } from '../ui/pressable';
import { failureWords } from '../ui/state-views';
import { photosTexts as texts } from './form-texts';
import './photos-field.scss';
import { PhotosStore } from './photos-store';

/** The photos of a shop that is there already: added and taken out one by one. */
export const PhotosField = observer(({ merchant }: { merchant: Pick<Merchant, 'id' | 'photos'> }) => {
  const root = useRootStore();
  const [store] = useState(() => new PhotosStore(root, merchant.id, merchant.photos));
  const [goingId, setGoingId] = useState<string | null>(null);
  const { photos, failure, isUnreadable } = store;
  const remove = () => {
    if (goingId !== null) void store.remove(goingId);
    setGoingId(null);
  };
  const wrong = isUnreadable ? texts.unreadable : failure && failureWords(failure).title;
  return (
    <View className="card photos-field">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint(merchantLimits.photos)}</View>
      {photos.length > 0 ? (
        <View className="photos-field__all">
          {photos.map(({ id, thumbUrl, alt }, index) => (
            <View key={id} className="photos-field__one">
              <Image
                className="photos-field__picture"
                src={root.device.web.urlOf(thumbUrl)}
                mode="aspectFill"
                imgProps={{ alt }}
              />
              <Pressable
                className="photos-field__remove"
                label={texts.remove(index + 1)}
                onPress={() => setGoingId(id)}
              >
                <Icon name="trash" />
              </Pressable>
            </View>
          ))}
        </View>
      ) : null}
      {wrong ? (
        <Notice icon="warning" tone="danger">
          {wrong}
        </Notice>
      ) : null}
      {store.isFull ? null : (
        <ActionButton
          icon="plus"
          text={texts.add}
          isWorking={store.isWorking}
          onPress={() => void store.add()}
        />
      )}
      <ConfirmSheet
        isOpen={goingId !== null}
        title={texts.removeAsk}
        hint={texts.removeHint}
        confirm={texts.removeConfirm}
        onConfirm={remove}
        onClose={() => setGoingId(null)}
      />
    </View>
  );
});
