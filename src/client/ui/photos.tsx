import { Image, View } from '@tarojs/components';
import { semantics } from './semantics';
import './photos.scss';

interface PhotosProps {
  photos: readonly { url: string; alt: string }[];
  label: string;
}

/** Side by side, to be drawn along. */
export function Photos({ photos, label }: PhotosProps) {
  if (photos.length === 0) return null;
  return (
    <View className="photos" {...semantics({ role: 'group', 'aria-label': label })}>
      {photos.map(({ url, alt }) => (
        <Image key={url} className="photos__one" src={url} mode="aspectFill" lazyLoad imgProps={{ alt }} />
      ))}
    </View>
  );
}
