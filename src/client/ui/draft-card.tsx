import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { DraftFrame } from '../draft';
import type { DraftProgress } from '../drafts-store';
import { useRootStore } from '../root-store';
import './draft-card.scss';
import { standingOf } from './draft-state';
import { draftTexts as texts } from './draft-texts';
import { Icon } from './icon';
import { usePhotoUrl } from './photo-grid';
import { Pressable } from './pressable';
import { Tag } from './tag';

interface DraftCardProps {
  draft: DraftFrame;
  progress: DraftProgress | null;
  title: string;
  about: string;
  onOpen: () => void;
  onRemove: () => void;
}

/** One that is still on this phone: how it stands, to go on with or to delete. */
export const DraftCard = observer((props: DraftCardProps) => {
  const { draft, progress, about, onOpen, onRemove } = props;
  const { settings, sessions } = useRootStore();
  const url = usePhotoUrl(draft.photos[0]?.key ?? null);
  const { isOnline } = settings;
  const { name, hint, tone } = standingOf(draft, { progress, isOnline, isSignedIn: sessions.isSignedIn });
  const title = props.title || texts.untitled;
  return (
    <View className="draft-card">
      <Pressable className="draft-card__main" role="link" onPress={onOpen}>
        {url ? (
          <Image className="draft-card__picture" src={url} mode="aspectFill" imgProps={{ alt: '' }} />
        ) : (
          <View className="draft-card__picture draft-card__picture--none">
            <Icon name="picture" />
          </View>
        )}
        <View className="draft-card__words">
          <View className="draft-card__head">
            <View className="draft-card__title">{title}</View>
            <Tag text={name} tone={tone} />
          </View>
          <View className="draft-card__about">{about || texts.photos(draft.photos.length)}</View>
          <View className={`hint ${draft.state === 'refused' ? 'draft-card__refused' : ''}`}>{hint}</View>
        </View>
      </Pressable>
      <Pressable className="draft-card__remove" label={`${texts.remove}：${title}`} onPress={onRemove}>
        <Icon name="trash" />
      </Pressable>
    </View>
  );
});
