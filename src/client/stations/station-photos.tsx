import { Image, View } from '@tarojs/components';
import type { Station } from '../../contract/stations';
import { semantics } from '../ui/semantics';
import { stationTexts } from './texts';
import './station-photos.scss';

export function StationPhotos({ photos }: { photos: Station['photos'] }) {
  if (photos.length === 0) return null;
  return (
    <View className="station-photos" {...semantics({ role: 'group', 'aria-label': stationTexts.photos })}>
      {photos.map(({ url, alt }) => (
        <Image
          key={url}
          className="station-photos__one"
          src={url}
          mode="aspectFill"
          lazyLoad
          imgProps={{ alt }}
        />
      ))}
    </View>
  );
}
