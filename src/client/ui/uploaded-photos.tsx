import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { ActionButton } from './action-button';
import { Field } from './field';
import { Icon } from './icon';
import { Notice } from './notice';
import { Pressable } from './pressable';
import { failureWords } from './state-views';
import { uiTexts } from './texts';
import type { UploadedPhotos } from '../uploaded-photos';
import { photoTexts as texts } from './photo-texts';
import './uploaded-photos.scss';

interface UploadedPhotosFieldProps {
  store: UploadedPhotos;
  label: string;
  hint: string;
}

/** Photos that are chosen and sent, each with how it stands. */
export const UploadedPhotosField = observer(({ store, label, hint }: UploadedPhotosFieldProps) => {
  const { photos } = store;
  const failed = photos.find(({ failure }) => failure !== null);
  return (
    <Field label={label} hint={hint} count={`${photos.length}/${store.what.most}`}>
      {photos.length > 0 ? (
        <View className="uploaded-photos">
          {photos.map(({ key, url, mediaId, isUploading }, index) => (
            <View
              key={key}
              className={`uploaded-photos__one ${mediaId ? '' : 'uploaded-photos__one--going'}`}
            >
              {url ? (
                <Image
                  className="uploaded-photos__picture"
                  src={url}
                  mode="aspectFill"
                  imgProps={{ alt: texts.alt(index + 1) }}
                />
              ) : null}
              {isUploading ? <View className="uploaded-photos__state">{texts.uploading}</View> : null}
              <Pressable
                className="uploaded-photos__remove"
                label={texts.remove(index + 1)}
                onPress={() => store.remove(key)}
              >
                <Icon name="trash" />
              </Pressable>
            </View>
          ))}
        </View>
      ) : null}
      {store.isUnreadable ? (
        <Notice icon="warning" tone="danger">
          {texts.unreadable}
        </Notice>
      ) : null}
      {failed?.failure ? (
        <Notice
          icon="warning"
          tone="danger"
          action={{ text: uiTexts.retry, onPress: () => void store.send(failed.key) }}
        >
          {failureWords(failed.failure).title}
        </Notice>
      ) : null}
      {store.isFull ? null : (
        <ActionButton
          icon="plus"
          text={texts.add}
          isWorking={store.isUploading}
          onPress={() => void store.add()}
        />
      )}
    </Field>
  );
});
