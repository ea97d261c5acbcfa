import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { Heading } from '../../ui/heading';
import { Tag } from '../../ui/tag';
import { BulletinBody, type BodyBlock } from '../body';
import { categoryTexts } from '../category-text';
import { writtenBlock, type EditBlock } from './bulletin-draft';
import type { BulletinEditStore } from './edit-store';
import { usePictureUrl } from './picture-url';
import { editTexts as texts } from './texts';

/** A picture may still be on this device alone. */
const Shown = observer(({ store, block }: { store: BulletinEditStore; block: EditBlock }) => {
  const url = usePictureUrl(store, block);
  const { kind, alt, caption } = block;
  if (kind === 'image') {
    const picture: BodyBlock = {
      type: 'image',
      alt: alt.trim() || texts.alt,
      caption: caption.trim() || null,
      url,
      ratio: null,
      open: null,
    };
    return <BulletinBody blocks={[picture]} />;
  }
  const written = writtenBlock(block);
  return written && written.type !== 'image' ? <BulletinBody blocks={[written]} /> : null;
});

/** What riders will see of it, while it is being written. */
export const Preview = observer(({ store }: { store: BulletinEditStore }) => {
  const { title, category, blocks } = store.draft;
  return (
    <View className="card bulletin-edit__preview">
      <Tag text={categoryTexts[category]} tone="accent" />
      <Heading level={2}>{title.trim() || texts.heading}</Heading>
      {blocks.map((block) => (
        <Shown key={block.key} store={store} block={block} />
      ))}
    </View>
  );
});
