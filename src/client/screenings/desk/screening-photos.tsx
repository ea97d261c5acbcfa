import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { Screening } from '../../../contract/screenings';
import { useRootStore } from '../../root-store';
import { Pressable } from '../../ui/pressable';
import { findingNames, queueTexts as texts, reasonNames } from './texts';

type Shown = Screening['pictures'][number];

function concernOf({ why, found }: Shown): string {
  if (why === null) return '';
  return found ? `${reasonNames[why]}（${findingNames[found]}）` : reasonNames[why];
}

/** Small side by side; the one that is pressed also large below. */
export function ScreeningPhotos({ pictures }: { pictures: readonly Shown[] }) {
  const { device } = useRootStore();
  const [largeId, setLargeId] = useState<string | null>(null);
  const large = pictures.find(({ id }) => id === largeId);
  if (pictures.length === 0) return null;
  return (
    <View className="screening__photos">
      <View className="screening__thumbs">
        {pictures.map((picture, at) => {
          const { id, thumbUrl } = picture;
          const number = at + 1;
          const concern = concernOf(picture);
          return (
            <View key={id} className="screening__thumb-cell">
              {thumbUrl ? (
                <Pressable
                  className={`screening__thumb ${id === largeId ? 'screening__thumb--on' : ''}`}
                  label={id === largeId ? texts.smaller : texts.larger(number)}
                  onPress={() => setLargeId(id === largeId ? null : id)}
                >
                  <Image
                    className="screening__thumb-image"
                    src={device.web.urlOf(thumbUrl)}
                    mode="aspectFill"
                    imgProps={{ alt: texts.photo(number) }}
                  />
                </Pressable>
              ) : (
                <View className="screening__thumb screening__thumb--gone">{texts.gone}</View>
              )}
              {concern ? <View className="screening__concern">{concern}</View> : null}
            </View>
          );
        })}
      </View>
      {large?.url ? (
        <Pressable className="screening__large" label={texts.smaller} onPress={() => setLargeId(null)}>
          <Image
            className="screening__large-image"
            src={device.web.urlOf(large.url)}
            mode="widthFix"
            imgProps={{ alt: texts.photo(pictures.indexOf(large) + 1) }}
          />
        </Pressable>
      ) : null}
    </View>
  );
}
