import { Image, View } from '@tarojs/components';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './photos.scss';

interface PhotosProps {
  photos: readonly { url: string; alt: string }[];
  label: string;
  /** Shows one as big as it is; its place in the list. */
  onOpen?: (index: number) => void;
}

/** Side by side, to be drawn along. */
export function Photos({ photos, label, onOpen }: PhotosProps) {
  if (photos.length === 0) return null;
  return (
    <View className="photos" {...semantics({ role: 'group', 'aria-label': label })}>
      {photos.map(({ url, alt }, index) => {
        const picture = (
          <Image className="photos__picture" src={url} mode="aspectFill" lazyLoad imgProps={{ alt }} />
        );
        return onOpen ? (
          <Pressable key={url} className="photos__one" label={alt} onPress={() => onOpen(index)}>
            {picture}
          </Pressable>
        ) : (
          <View key={url} className="photos__one">
            {picture}
          </View>
        );
      })}
    </View>
  );
}
