import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './notice.scss';

interface NoticeProps {
  icon: IconName;
  children: ReactNode;
  tone?: 'plain' | 'warn' | 'danger' | 'good';
  hint?: string;
  action?: { text: string; onPress: () => void };
}

/** A line or two that belong to the page, with at most one thing to do about it. */
export function Notice({ icon, children, tone = 'plain', hint, action }: NoticeProps) {
  return (
    <View className={`notice notice--${tone}`} {...semantics({ role: 'status' })}>
      <Icon name={icon} className="notice__icon" />
      <View className="notice__words">
        <View className="notice__title">{children}</View>
        {hint ? <View className="notice__hint">{hint}</View> : null}
      </View>
      {action ? (
        <Pressable className="notice__action" onPress={action.onPress}>
          {action.text}
        </Pressable>
      ) : null}
    </View>
  );
}
