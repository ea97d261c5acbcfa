import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './desk-counts.scss';
import { Pressable } from './pressable';
import { semantics } from './semantics';

interface DeskCountProps {
  name: string;
  /** null while it is not known. */
  count: number | null;
  tone?: 'danger' | 'warn' | 'plain';
  isOn: boolean;
  onPress: () => void;
}

/** How much there is of something; a press shows it. */
export function DeskCount({ name, count, tone = 'plain', isOn, onPress }: DeskCountProps) {
  const kinds = [count ? `desk-count--${tone}` : 'desk-count--none', isOn ? 'desk-count--on' : ''];
  return (
    <Pressable
      className={['desk-count', ...kinds].filter(Boolean).join(' ')}
      isPressed={isOn}
      onPress={onPress}
    >
      <View className="desk-count__number">{count ?? '–'}</View>
      <View className="desk-count__name">{name}</View>
    </Pressable>
  );
}

/** Counts side by side, to be drawn along on a phone. */
export function DeskCountRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="desk-counts" {...semantics({ role: 'group', 'aria-label': label })}>
      {children}
    </View>
  );
}
