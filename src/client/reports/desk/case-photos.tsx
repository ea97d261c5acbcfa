import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Case } from '../../../contract/report-cases';
import type { ReportPhotoKind } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { reportPhotoKindTexts } from '../report-text';
import type { CaseStore } from './case-store';
import { caseTexts as texts } from './case-texts';
import './case-photos.scss';

type Photo = Case['photos'][number];

const afterKinds: readonly ReportPhotoKind[] = ['after', 'verification'];

interface SideProps {
  store: CaseStore;
  name: string;
  photos: readonly Photo[];
  canSeeOriginals: boolean;
}

/** One photo big, the others to choose from below. */
const Side = observer(({ store, name, photos, canSeeOriginals }: SideProps) => {
  const { device } = useRootStore();
  const [at, setAt] = useState(0);
  const shown = photos[Math.min(at, photos.length - 1)];
  if (!shown) return null;
  const index = photos.indexOf(shown) + 1;
  const alt = `${reportPhotoKindTexts[shown.kind]} ${index}`;
  const seeOriginal = async () => {
    const url = await store.originalOf(shown.id);
    if (url) device.web.showPicture(url);
  };
  return (
    <View className="case-photos__side">
      <View className="case-photos__head">
        <View className="case-photos__name">{`${name} ${index}/${photos.length}`}</View>
        {canSeeOriginals && shown.kind === 'report' ? (
          <Pressable className="case-photos__original" onPress={() => void seeOriginal()}>
            <Icon name="search" />
            <View>{texts.original}</View>
          </Pressable>
        ) : null}
      </View>
      <Pressable className="case-photos__big" label={alt} onPress={() => device.web.showPicture(shown.url)}>
        <Image
          className="case-photos__picture"
          src={device.web.urlOf(shown.url)}
          mode="aspectFit"
          imgProps={{ alt }}
        />
      </Pressable>
      {photos.length > 1 ? (
        <View className="case-photos__row" {...semantics({ role: 'group', 'aria-label': name })}>
          {photos.map((photo, position) => (
            <Pressable
              key={photo.id}
              className={`case-photos__small ${photo === shown ? 'case-photos__small--on' : ''}`}
              label={`${reportPhotoKindTexts[photo.kind]} ${position + 1}`}
              isPressed={photo === shown}
              onPress={() => setAt(position)}
            >
              <Image
                className="case-photos__picture"
                src={device.web.urlOf(photo.thumbUrl)}
                mode="aspectFill"
                imgProps={{ alt: '' }}
              />
            </Pressable>
          ))}
        </View>
      ) : null}
    </View>
  );
});

interface CasePhotosProps {
  store: CaseStore;
  found: Case;
}

/** Big enough to judge by; what was mended beside what was found. */
export const CasePhotos = observer(({ store, found }: CasePhotosProps) => {
  const { can, entries } = found;
  // What was mended stands with the entry that says so.
  const photos = entries.flatMap((entry) => entry.photos);
  if (photos.length === 0) return <View className="hint">{texts.noPhotos}</View>;
  const after = photos.filter(({ kind }) => afterKinds.includes(kind));
  const before = photos.filter(({ kind }) => !afterKinds.includes(kind));
  const name = after.length > 0 ? texts.before : texts.photos;
  return (
    <View className="case-photos">
      <View className={`case-photos__sides ${after.length > 0 ? 'case-photos__sides--two' : ''}`}>
        <Side store={store} name={name} photos={before} canSeeOriginals={can.seeOriginals} />
        <Side store={store} name={texts.after} photos={after} canSeeOriginals={false} />
      </View>
    </View>
  );
});
