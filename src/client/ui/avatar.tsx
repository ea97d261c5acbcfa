import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { Icon } from './icon';
import { semantics } from './semantics';
import './avatar.scss';

interface AvatarProps {
  /** Path at the cloud; null where there is none. */
  url: string | null;
  size?: 'normal' | 'large';
}

/** A person's picture, or the outline of one. */
export const Avatar = observer(({ url, size = 'normal' }: AvatarProps) => {
  const { device } = useRootStore();
  return (
    <View className={`avatar avatar--${size}`} {...semantics({ 'aria-hidden': true })}>
      {url ? (
        <Image className="avatar__picture" mode="aspectFill" src={device.web.urlOf(url)} />
      ) : (
        <Icon name="person" />
      )}
    </View>
  );
});
