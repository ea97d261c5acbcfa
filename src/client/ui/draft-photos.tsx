import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { DraftPhoto } from '../draft';
import type { PhotoSource } from '../platform/picture';
import './draft-photos.scss';
import { Heading } from './heading';
import { Notice } from './notice';
import { PhotoGrid } from './photo-grid';

interface DraftPhotosProps {
  title: string;
  hint: string;
  most: number;
  isLocked: boolean;
  writing: {
    readonly draft: { readonly photos: readonly DraftPhoto[] } | null;
    readonly isAdding: boolean;
    readonly photosWrong: string | null;
    readonly addPhotos: (source: PhotoSource) => void;
    readonly removePhoto: (key: string) => void;
  };
}

/** The photos of a draft, with how many more there may be. */
export const DraftPhotos = observer(({ title, hint, most, isLocked, writing }: DraftPhotosProps) => {
  const photos = writing.draft?.photos ?? [];
  return (
    <View className="card draft-photos">
      <View className="draft-photos__head">
        <Heading level={2}>{title}</Heading>
        <View className="hint">{`${photos.length}/${most}`}</View>
      </View>
      <PhotoGrid
        label={title}
        photos={photos.map(({ key, failure }) => ({ key, isRefused: failure !== null }))}
        most={most}
        isLocked={isLocked}
        isBusy={writing.isAdding}
        onAdd={writing.addPhotos}
        onRemove={writing.removePhoto}
      />
      {writing.photosWrong ? (
        <Notice icon="warning" tone="warn">
          {writing.photosWrong}
        </Notice>
      ) : (
        <View className="hint">{hint}</View>
      )}
    </View>
  );
});
