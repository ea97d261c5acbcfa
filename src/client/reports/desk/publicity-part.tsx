import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { Case } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { reportPhotoKindTexts } from '../report-text';
import { publicityTexts as texts } from './case-texts';
import { PublicityStore } from './publicity-store';
import './publicity-part.scss';

interface PartProps {
  communityId: string;
  found: Case;
}

/** Of the hazard and of all that happened since, each once. */
const photosOf = ({ photos, entries }: Case) => {
  const all = [...photos, ...entries.flatMap((entry) => entry.photos)];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
};

const Photos = observer(({ store, found }: { store: PublicityStore; found: Case }) => {
  const { web } = useRootStore().device;
  const shown = store.publicity.data?.mediaIds ?? [];
  return (
    <View className="publicity__photos" {...semantics({ role: 'group', 'aria-label': texts.photos })}>
      {photosOf(found).map(({ id, kind, thumbUrl }, index) => {
        const isShown = shown.includes(id);
        return (
          <Pressable
            key={id}
            className={`publicity__photo ${isShown ? 'publicity__photo--on' : ''}`}
            role="checkbox"
            isChecked={isShown}
            label={texts.photo(reportPhotoKindTexts[kind], index + 1)}
            onPress={() => void store.togglePhoto(id)}
          >
            <Image
              className="publicity__picture"
              src={web.urlOf(thumbUrl)}
              mode="aspectFill"
              imgProps={{ alt: '' }}
            />
            {isShown ? (
              <View className="publicity__mark">
                <Icon name="check" />
              </View>
            ) : null}
          </Pressable>
        );
      })}
    </View>
  );
});

/** What everybody may see of a case; nothing of words and photos until somebody has looked. */
export const PublicityPart = observer(({ communityId, found }: PartProps) => {
  const root = useRootStore();
  const [store] = useState(() => new PublicityStore(root, { communityId, reportId: found.id }));
  const load = () => void store.load();
  useEffect(() => void store.load(), [store]);
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint}</View>
      {remoteView({
        remote: store.publicity,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={1} />,
        children: ({ showsWords, showsReply }) => (
          <>
            <SwitchRow
              text={texts.words}
              isOn={showsWords}
              onToggle={() => void store.change({ showsWords: !showsWords })}
            />
            <SwitchRow
              text={texts.reply}
              isOn={showsReply}
              onToggle={() => void store.change({ showsReply: !showsReply })}
            />
            {photosOf(found).length > 0 ? (
              <View>
                <View>{texts.photos}</View>
                <Photos store={store} found={found} />
              </View>
            ) : null}
            {store.failure ? (
              <Notice icon="warning" tone="danger">
                {failureWords(store.failure).title}
              </Notice>
            ) : null}
          </>
        ),
      })}
    </View>
  );
});
