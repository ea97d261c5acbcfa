import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import type { ReportDraft } from '../draft';
import { reportCategoryTexts } from '../report-text';
import { reportRoutes } from '../routes';
import { useReports } from '../use-reports';
import './draft-card.scss';
import { standingOf } from './draft-state';
import { usePhotoUrl } from '../photo-grid';
import { draftTexts as texts } from './texts';

/** One that is still on this phone: how it stands, to go on with or to delete. */
export const DraftCard = observer(({ draft, onRemove }: { draft: ReportDraft; onRemove: () => void }) => {
  const { device, settings, sessions } = useRootStore();
  const { drafts } = useReports();
  const url = usePhotoUrl(draft.photos[0]?.key ?? null);
  const { progress } = drafts;
  const { isOnline } = settings;
  const { name, hint, tone } = standingOf(draft, { progress, isOnline, isSignedIn: sessions.isSignedIn });
  const title = draft.category ? reportCategoryTexts[draft.category] : texts.untitled;
  const about = [draft.placeText, draft.words].filter(Boolean).join(' · ');
  return (
    <View className="draft-card">
      <Pressable
        className="draft-card__main"
        role="link"
        onPress={() => device.navigation.to(reportRoutes.create.to({ draft: draft.key }))}
      >
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
