import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { PhotoSource } from '../platform/picture';
import { useRootStore } from '../root-store';
import { Icon } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './photo-grid.scss';
import { photoTexts as texts } from './photo-texts';

interface GridPhoto {
  readonly key: string;
  /** The cloud does not take it. */
  readonly isRefused: boolean;
}

interface PhotoGridProps {
  label: string;
  photos: readonly GridPhoto[];
  most: number;
  /** False where only what is taken right now will do. */
  hasAlbum?: boolean;
  isLocked?: boolean;
  isBusy?: boolean;
  onAdd: (source: PhotoSource) => void;
  onRemove: (key: string) => void;
}

/** Of a photo that is a file on this phone; null until it is found. */
export function usePhotoUrl(key: string | null): string | null {
  const { photoFiles } = useRootStore().device;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    setUrl(null);
    if (key !== null) {
      void photoFiles.urlOf(key).then((found) => {
        if (!isOver) setUrl(found);
      });
    }
    return () => {
      isOver = true;
    };
  }, [key, photoFiles]);
  return url;
}

function OnePhoto({
  photo,
  index,
  onRemove,
}: {
  photo: GridPhoto;
  index: number;
  onRemove: (() => void) | null;
}) {
  const url = usePhotoUrl(photo.key);
  return (
    <View className={`photo-grid__one ${photo.isRefused ? 'photo-grid__one--refused' : ''}`}>
      {url ? (
        <Image
          className="photo-grid__picture"
          src={url}
          mode="aspectFill"
          imgProps={{ alt: texts.alt(index) }}
        />
      ) : (
        <View className="photo-grid__picture" />
      )}
      {photo.isRefused ? <View className="photo-grid__refused">{texts.refused}</View> : null}
      {onRemove ? (
        <Pressable className="photo-grid__remove" label={texts.remove(index)} onPress={onRemove}>
          <View className="photo-grid__cross">
            <Icon name="close" />
          </View>
        </Pressable>
      ) : null}
    </View>
  );
}

/** Photos taken or chosen, with the two ways to more of them as long as there is room. */
export function PhotoGrid({
  label,
  photos,
  most,
  hasAlbum = true,
  isLocked = false,
  isBusy = false,
  onAdd,
  onRemove,
}: PhotoGridProps) {
  const canAdd = !isLocked && photos.length < most;
  const isEmpty = photos.length === 0;
  const kinds = [isEmpty ? 'photo-grid--empty' : '', hasAlbum ? '' : 'photo-grid--camera'];
  return (
    <View
      className={['photo-grid', ...kinds].filter(Boolean).join(' ')}
      {...semantics({ role: 'group', 'aria-label': label })}
    >
      {photos.map((photo, index) => (
        <OnePhoto
          key={photo.key}
          photo={photo}
          index={index + 1}
          onRemove={isLocked ? null : () => onRemove(photo.key)}
        />
      ))}
      {canAdd ? (
        <>
          <Pressable
            className="photo-grid__add photo-grid__add--camera"
            isDisabled={isBusy}
            onPress={() => onAdd('camera')}
          >
            <Icon name="camera" className="photo-grid__icon" />
            <View>{texts.take}</View>
          </Pressable>
          {hasAlbum ? (
            <Pressable className="photo-grid__add" isDisabled={isBusy} onPress={() => onAdd('album')}>
              <Icon name="picture" className="photo-grid__icon" />
              <View>{texts.choose}</View>
            </Pressable>
          ) : null}
        </>
      ) : null}
    </View>
  );
}
