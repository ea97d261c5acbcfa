import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { reportLimits } from '../../../contract/reports';
import { ActionButton } from '../../ui/action-button';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import type { AfterPhotosStore } from './after-photos-store';
import { formTexts as texts } from './case-texts';
import './after-photos.scss';

/** The photos of afterwards, each with how it stands. */
export const AfterPhotos = observer(({ store }: { store: AfterPhotosStore }) => {
  const { photos } = store;
  const failed = photos.find(({ failure }) => failure !== null);
  return (
    <Field label={texts.after} hint={texts.afterHint} count={`${photos.length}/${reportLimits.photos}`}>
      {photos.length > 0 ? (
        <View className="after-photos">
          {photos.map(({ key, url, mediaId, isUploading }, index) => (
            <View key={key} className={`after-photos__one ${mediaId ? '' : 'after-photos__one--going'}`}>
              {url ? (
                <Image
                  className="after-photos__picture"
                  src={url}
                  mode="aspectFill"
                  imgProps={{ alt: texts.afterPhoto(index + 1) }}
                />
              ) : null}
              {isUploading ? <View className="after-photos__state">{texts.uploading}</View> : null}
              <Pressable
                className="after-photos__remove"
                label={texts.removeAfter(index + 1)}
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
          text={texts.addAfter}
          isWorking={store.isUploading}
          onPress={() => void store.add()}
        />
      )}
    </Field>
  );
});
