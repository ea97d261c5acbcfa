import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { BulletinRow as Row } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { dayOf, plainDateText } from '../../ui/dates';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { Tag } from '../../ui/tag';
import { categoryTexts } from '../category-text';
import { bulletinRoutes } from '../routes';
import './bulletin-row.scss';
import { Marks } from './marks';
import { listTexts as texts } from './texts';

/** A bulletin in short: what it is about, who speaks, and whether it is new. */
export const BulletinRow = observer(({ row }: { row: Row }) => {
  const { device } = useRootStore();
  const { id, category, author, publishedAt, isPinned, isNew, photo, titleMarks, snippet } = row;
  return (
    <Pressable
      className="bulletin-row"
      role="link"
      onPress={() => device.navigation.to(bulletinRoutes.detail.to({ id }))}
    >
      <View className="bulletin-row__words">
        <View className="bulletin-row__title">
          {isNew ? (
            <View className="bulletin-row__dot" {...semantics({ role: 'img', 'aria-label': texts.unread })} />
          ) : null}
          <Marks marks={titleMarks} />
        </View>
        {snippet.length > 0 ? (
          <View className="bulletin-row__snippet">
            <Marks marks={snippet} />
          </View>
        ) : null}
        <View className="bulletin-row__facts">
          {isPinned ? <Tag text={texts.pinned} tone="accent" /> : null}
          <Tag text={categoryTexts[category]} />
          <View className="hint">{`${author} · ${plainDateText(dayOf(publishedAt))}`}</View>
        </View>
      </View>
      {photo ? (
        <Image
          className="bulletin-row__photo"
          src={device.web.urlOf(photo.thumbUrl)}
          mode="aspectFill"
          lazyLoad
          imgProps={{ alt: '' }}
        />
      ) : null}
    </Pressable>
  );
});
