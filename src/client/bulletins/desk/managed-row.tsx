import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ManagedBulletinRow } from '../../../contract/bulletins';
import { momentText, plainDateText } from '../../ui/dates';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { categoryTexts } from '../category-text';
import { listTexts as texts, stateTexts } from './texts';

/** When it came out, or will. */
export function whenText({ publishAt, publishedAt }: ManagedBulletinRow): string {
  if (publishAt) return texts.publishAt(momentText(publishAt));
  return publishedAt ? texts.publishedAt(momentText(publishedAt)) : texts.notYet;
}

interface ManagedRowProps {
  bulletin: ManagedBulletinRow;
  isChosen: boolean;
  onChoose: () => void;
}

/** A bulletin in short: how it stands, and how many have seen it. */
export const ManagedRow = observer(({ bulletin, isChosen, onChoose }: ManagedRowProps) => {
  const { title, state, category, pinnedUntil, publishedAt, opens, readers } = bulletin;
  const { name, tone } = stateTexts[state];
  return (
    <Pressable
      className={`managed-row ${isChosen ? 'managed-row--on' : ''}`}
      isPressed={isChosen}
      onPress={onChoose}
    >
      <View className="managed-row__top">
        <View className="managed-row__title">{title}</View>
        <Tag text={name} tone={tone} />
      </View>
      <View className="hint">{`${categoryTexts[category]} · ${whenText(bulletin)}`}</View>
      {pinnedUntil ? <View className="hint">{texts.pinned(plainDateText(pinnedUntil))}</View> : null}
      {publishedAt ? <View className="managed-row__counts">{texts.opened(opens, readers)}</View> : null}
    </Pressable>
  );
});
