import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import { bulletinLimits as limits } from '../../../contract/bulletins';
import { Icon } from '../../ui/icon';
import { LongTextField } from '../../ui/long-text-field';
import { Pressable } from '../../ui/pressable';
import { TextField } from '../../ui/text-field';
import { blockOf, type EditBlock } from './bulletin-draft';
import type { BulletinEditStore } from './edit-store';
import { blocksOfText, isSeveral } from './paste';
import { usePictureUrl } from './picture-url';
import { editTexts as texts, kindNames } from './texts';

interface BlockProps {
  store: BulletinEditStore;
  block: EditBlock;
  index: number;
  onFormat: (key: string) => void;
}

/** Changes one block; letters of one field are one step. */
function useChange({ store, block }: Pick<BlockProps, 'store' | 'block'>) {
  return (change: Partial<EditBlock>, field: string) => {
    const blocks = store.draft.blocks.map((one) => (one.key === block.key ? { ...one, ...change } : one));
    store.write({ blocks }, `${block.key}.${field}`);
  };
}

const Picture = observer(({ store, block }: BlockProps) => {
  const change = useChange({ store, block });
  const url = usePictureUrl(store, block);
  return (
    <>
      {url ? (
        <Image className="block-editor__picture" src={url} mode="aspectFit" imgProps={{ alt: block.alt }} />
      ) : (
        <View className="hint">{texts.pictureGone}</View>
      )}
      <TextField
        label={texts.alt}
        placeholder={texts.altPlaceholder}
        value={block.alt}
        maxLength={limits.altLength}
        error={store.wrong[block.key] ?? null}
        onChange={(alt) => change({ alt }, 'alt')}
      />
      <TextField
        label={texts.caption}
        value={block.caption}
        maxLength={limits.captionLength}
        onChange={(caption) => change({ caption }, 'caption')}
      />
    </>
  );
});

const Words = observer(({ store, block, index }: BlockProps) => {
  const change = useChange({ store, block });
  const { kind, text, key } = block;
  const write = (written: string) => {
    if (kind !== 'paragraph' || !isSeveral(text, written)) return change({ text: written }, 'text');
    // Several lines at once are several blocks; an empty last line begins the next one.
    const parts = blocksOfText(written).map((part) => {
      if (part.type === 'paragraph') return blockOf(store.newKey(), 'paragraph', part.text);
      return blockOf(store.newKey(), part.isNumbered ? 'numbers' : 'bullets', part.items.join('\n'));
    });
    const next = /\n\s*$/.test(written) ? [blockOf(store.newKey(), 'paragraph')] : [];
    const [first, ...others] = [...parts, ...next];
    const made = first ? [{ ...first, key }, ...others] : [block];
    store.setBlocks(store.draft.blocks.flatMap((one) => (one.key === key ? made : [one])));
  };
  const label = `${index + 1}. ${kindNames[kind]}`;
  const isHeading = kind.startsWith('heading');
  const field = {
    label,
    value: text,
    placeholder: texts.placeholder[kind] ?? '',
    maxLength: isHeading ? limits.headingLength : limits.textLength,
    error: store.wrong[key] ?? null,
    onChange: write,
  };
  return isHeading ? <TextField {...field} /> : <LongTextField {...field} />;
});

interface ToolProps {
  label: string;
  isDisabled?: boolean;
  onPress: () => void;
  children: ReactNode;
}

export const Tool = ({ isDisabled = false, ...props }: ToolProps) => (
  <Pressable
    className={`block-editor__tool ${isDisabled ? 'block-editor__tool--off' : ''}`}
    isDisabled={isDisabled}
    {...props}
  />
);

/** Up, down, away: each says of which block, for who does not see where it stands. */
const Tools = observer(({ store, block, index, onFormat }: BlockProps) => {
  const { blocks } = store.draft;
  const move = (by: number) => {
    const others = blocks.filter(({ key }) => key !== block.key);
    store.setBlocks([...others.slice(0, index + by), block, ...others.slice(index + by)]);
  };
  const named = (action: string) => texts.of(kindNames[block.kind], index + 1, action);
  const hasFormat = block.kind === 'paragraph' || block.kind === 'bullets' || block.kind === 'numbers';
  return (
    <View className="block-editor__tools">
      {hasFormat ? (
        <Tool
          label={named(texts.format)}
          isDisabled={block.text.trim() === ''}
          onPress={() => onFormat(block.key)}
        >
          {texts.format}
        </Tool>
      ) : null}
      <View className="block-editor__moves">
        <Tool label={named(texts.up)} isDisabled={index === 0} onPress={() => move(-1)}>
          {texts.up}
        </Tool>
        <Tool label={named(texts.down)} isDisabled={index === blocks.length - 1} onPress={() => move(1)}>
          {texts.down}
        </Tool>
        <Tool
          label={named(texts.remove)}
          onPress={() => store.setBlocks(blocks.filter(({ key }) => key !== block.key))}
        >
          <Icon name="trash" />
        </Tool>
      </View>
    </View>
  );
});

/** One block while it is written. */
export const BlockEditor = observer((props: BlockProps) => {
  const { kind } = props.block;
  return (
    <View className="card block-editor">
      {kind === 'image' ? <Picture {...props} /> : null}
      {kind === 'divider' ? (
        <View className="block-editor__divider">{`${props.index + 1}. ${kindNames.divider}`}</View>
      ) : null}
      {kind === 'image' || kind === 'divider' ? null : <Words {...props} />}
      <Tools {...props} />
    </View>
  );
});
