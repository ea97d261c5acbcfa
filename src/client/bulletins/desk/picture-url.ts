import { useEffect, useState } from 'react';
import { useRootStore } from '../../root-store';
import type { EditBlock } from './bulletin-draft';
import type { BulletinEditStore } from './edit-store';

/** Where a picture is seen: in the cloud, or still on this device; null where it is gone or not looked up yet. */
export function usePictureUrl(store: BulletinEditStore, { key, mediaId }: EditBlock): string | null {
  const { device } = useRootStore();
  const [local, setLocal] = useState<string | null>(null);
  const photo = store.saved.data?.photos.find(({ id }) => id === mediaId);
  const isHere = !photo;
  useEffect(() => {
    if (!isHere) return;
    let isWanted = true;
    void device.photoFiles
      .urlOf(key)
      .catch(() => null)
      .then((url) => isWanted && setLocal(url));
    return () => {
      isWanted = false;
    };
  }, [device, key, isHere]);
  return photo ? device.web.urlOf(photo.url) : local;
}
