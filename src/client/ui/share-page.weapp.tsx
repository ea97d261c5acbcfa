import { Button, View } from '@tarojs/components';
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useRootStore } from '../root-store';
import { Icon } from './icon';
import type { ShareButtonProps, ShareCard } from './share-page';
import './share-page.scss';

export function useShareCard(card: ShareCard | null): void {
  const { device } = useRootStore();
  const shown = (picture: string | null) => (picture === null ? {} : { imageUrl: device.web.urlOf(picture) });
  useShareAppMessage(() => (card ? { title: card.title, path: card.path, ...shown(card.picture) } : {}));
  useShareTimeline(() =>
    card ? { title: card.title, query: card.path.split('?')[1] ?? '', ...shown(card.picture) } : {},
  );
}

/** What it passes on is the page's own card. */
export function ShareButton({ text }: ShareButtonProps) {
  return (
    <Button className="share-button" openType="share">
      <Icon name="share" />
      <View>{text}</View>
    </Button>
  );
}
