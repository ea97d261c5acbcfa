import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import { useRootStore } from '../root-store';
import { Heading } from './heading';
import { Icon } from './icon';
import { Notice } from './notice';
import { Pressable } from './pressable';
import { PrivacySheet } from './privacy-sheet';
import { isWeb, semantics } from './semantics';
import { textSizeClass } from './text-size';
import { uiTexts } from './texts';
import './screen.scss';

/** Where back leads when a page was opened by its address. */
const homeTab = '/home/rider/home';

interface ScreenProps {
  children: ReactNode;
  /** Of the page; the mini-program has it in its own bar, the web gets ours. Tabs have none. */
  title?: string;
  /** What stays at the lower edge, in reach of the thumb. */
  dock?: ReactNode;
  /** As wide as the window, for lists beside maps. */
  isWide?: boolean;
}

/**
 * The frame of every page: theme, text size, safe areas, the bar that says there is no network. What comes and goes has an
 * element of its own that stays, or stands last: the mini-program sends all neighbours of what goes to the view again.
 */
export const Screen = observer(({ children, title, dock, isWide = false }: ScreenProps) => {
  const { settings, device, notices } = useRootStore();
  useDidShow(() => {
    if (!title) notices.showOnTab();
  });
  const kinds = [title ? '' : 'screen--tab', isWide ? 'screen--wide' : '', dock ? 'screen--docked' : ''];
  return (
    <View className={['screen', textSizeClass(settings.textSize), ...kinds].filter(Boolean).join(' ')}>
      {isWeb && title ? (
        <View className="screen__bar" {...semantics({ role: 'banner' })}>
          <Pressable
            className="screen__back"
            label={uiTexts.back}
            onPress={() => device.navigation.back(homeTab)}
          >
            <Icon name="back" />
          </Pressable>
          <Heading level={1} className="screen__title">
            {title}
          </Heading>
        </View>
      ) : null}
      <PrivacySheet />
      <View>
        {settings.isOnline ? null : (
          <View className="screen__offline">
            <Notice icon="offline" tone="warn">
              {uiTexts.offline}
            </Notice>
          </View>
        )}
      </View>
      <View className="screen__body" {...semantics({ role: 'main' })}>
        {children}
      </View>
      {dock ? (
        <View className="screen__dock">
          <View className="screen__dock-inner">{dock}</View>
        </View>
      ) : null}
    </View>
  );
});
