import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { bulletinLimits as limits } from '../../../contract/bulletins';
import { CameraError } from '../../platform/camera-error';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { photoTexts } from '../../ui/photo-texts';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { BlockEditor, Tool } from './block-editor';
import { blockOf, type BlockKind } from './bulletin-draft';
import type { BulletinEditStore } from './edit-store';
import { FormatSheet } from './format-sheet';
import { editTexts as texts, kindNames } from './texts';

/** As the cloud keeps it; more would be sent in vain. */
const photoSize = 1600;

const kinds: readonly BlockKind[] = [
  'paragraph',
  'heading2',
  'heading3',
  'bullets',
  'numbers',
  'image',
  'divider',
];

/** One more block at the end, of a kind. */
const Add = observer(({ store }: { store: BulletinEditStore }) => {
  const { device } = useRootStore();
  const [wrong, setWrong] = useState<string | null>(null);
  const { blocks } = store.draft;
  const addPictures = async () => {
    setWrong(null);
    const most = limits.images - blocks.filter(({ kind }) => kind === 'image').length;
    try {
      for (const file of await device.picture.choosePhotos(most, 'album')) {
        const key = store.newKey();
        const kept = await device.photoFiles.keep(file, key, photoSize);
        if (kept === 'kept') store.setBlocks([...store.draft.blocks, blockOf(key, 'image')]);
        else setWrong(photoTexts[kept]);
      }
    } catch (error) {
      if (!(error instanceof CameraError)) throw error;
      setWrong(texts.noCamera);
    }
  };
  const add = (kind: BlockKind) => {
    if (kind === 'image') void addPictures();
    else store.setBlocks([...blocks, blockOf(store.newKey(), kind)]);
  };
  return (
    <View className="card bulletin-edit__add">
      <View className="bulletin-edit__add-title">{texts.add}</View>
      <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.add })}>
        {kinds.map((kind) => (
          <Pressable
            key={kind}
            className="chips__one"
            isDisabled={blocks.length >= limits.blocks}
            onPress={() => add(kind)}
          >
            <Icon name={kind === 'image' ? 'picture' : 'plus'} />
            <View>{kindNames[kind]}</View>
          </Pressable>
        ))}
      </View>
      {wrong ? (
        <Notice icon="warning" tone="danger">
          {wrong}
        </Notice>
      ) : null}
    </View>
  );
});

/** What it says, block by block. */
export const BlocksField = observer(({ store }: { store: BulletinEditStore }) => {
  const [formatting, setFormatting] = useState<string | null>(null);
  const { blocks } = store.draft;
  const field = blocks.find(({ key }) => key === formatting)?.text ?? null;
  const apply = (text: string) => {
    store.setBlocks(blocks.map((block) => (block.key === formatting ? { ...block, text } : block)));
    setFormatting(null);
  };
  return (
    <View className="bulletin-edit__fields">
      <View className="bulletin-edit__bar">
        <Heading level={2}>{texts.body}</Heading>
        <Tool label={texts.undo} isDisabled={!store.canUndo} onPress={store.undo}>
          {texts.undo}
        </Tool>
      </View>
      {blocks.map((block, index) => (
        <BlockEditor key={block.key} store={store} block={block} index={index} onFormat={setFormatting} />
      ))}
      <Add store={store} />
      <FormatSheet field={field} onApply={apply} onClose={() => setFormatting(null)} />
    </View>
  );
});
