import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { useRootStore } from '../root-store';
import { Icon } from './icon';
import { Pressable } from './pressable';
import type { ShareButtonProps, ShareCard } from './share-page';
import './share-page.scss';
import { shareTexts as texts } from './share-texts';

export function useShareCard(card: ShareCard | null): void {
  const title = card?.title;
  const name = () => {
    if (title) document.title = texts.tab(title);
  };
  useEffect(name, [title]);
  useDidShow(name);
}

/** Whether somebody closed what the browser offered: then nothing is wanted. */
const isClosed = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

export function ShareButton({ text, card }: ShareButtonProps) {
  const { device } = useRootStore();
  const url = device.web.urlOf(`/#${card.path}`);
  const copy = async () =>
    device.feedback.toast((await device.clipboard.copy(url)) ? texts.copied : texts.notCopied);
  const share = async () => {
    if (typeof navigator.share !== 'function') return copy();
    try {
      await navigator.share({ title: card.title, url });
    } catch (error) {
      if (!isClosed(error)) await copy();
    }
  };
  return (
    <Pressable className="share-button" onPress={() => void share()}>
      <Icon name="share" />
      {text}
    </Pressable>
  );
}
