import { useState } from 'react';
import type { DraftsStore } from '../drafts-store';
import { CameraError } from '../platform/camera-error';
import type { PhotoSource } from '../platform/picture';
import { useRootStore } from '../root-store';
import { photoTexts } from './photo-texts';

/** A draft being written: it begins with the first thing that is. */
export function useDraft<Contents extends object, Made>(
  drafts: DraftsStore<Contents, Made>,
  given: string | null,
) {
  const { communities, device } = useRootStore();
  const [key, setKey] = useState(given);
  const [isAdding, setIsAdding] = useState(false);
  const [photosWrong, setPhotosWrong] = useState<string | null>(null);
  const begun = (): string | null => {
    if (key !== null) return key;
    const communityId = communities.current?.id;
    const fresh = communityId ? drafts.begin(communityId) : null;
    setKey(fresh);
    return fresh;
  };
  const change = (contents: Partial<Contents>) => {
    const known = begun();
    if (known !== null) drafts.change(known, contents);
  };
  const addPhotos = async (source: PhotoSource) => {
    setPhotosWrong(null);
    const room = drafts.mostPhotos - ((key ? drafts.find(key)?.photos.length : null) ?? 0);
    try {
      const files = await device.picture.choosePhotos(room, source);
      const known = files.length > 0 ? begun() : null;
      if (known === null) return;
      setIsAdding(true);
      const outcome = await drafts.addPhotos(known, files);
      setPhotosWrong(outcome === 'kept' ? null : photoTexts[outcome]);
    } catch (error) {
      if (!(error instanceof CameraError)) throw error;
      setPhotosWrong(photoTexts.noCamera);
    } finally {
      setIsAdding(false);
    }
  };
  return {
    key,
    draft: key === null ? null : drafts.find(key),
    change,
    addPhotos: (source: PhotoSource) => void addPhotos(source),
    removePhoto: (photoKey: string) => key !== null && drafts.removePhoto(key, photoKey),
    isAdding,
    photosWrong,
  };
}
