import { Image, Text, View } from '@tarojs/components';
import type { ShownBlock, Run } from '../../contract/bulletins';
import type { Platform } from '../platform/platform';
import { useRootStore } from '../root-store';
import { Heading } from '../ui/heading';
import { Pressable } from '../ui/pressable';
import { onKeys, semantics } from '../ui/semantics';
import './body.scss';
import { bodyTexts as texts } from './body-texts';
import { openLink } from './open-link';

/** A picture as it is shown here; `open`: its path, where it can be seen bigger. */
export interface BodyPicture {
  type: 'image';
  alt: string;
  caption: string | null;
  url: string | null;
  ratio: number | null;
  open: string | null;
}

export type BodyBlock = Exclude<ShownBlock, { type: 'image' }> | BodyPicture;

/** Blocks as the cloud has them. */
export const bodyOf = (blocks: readonly ShownBlock[], web: Platform['web']): BodyBlock[] =>
  blocks.map((block) => {
    if (block.type !== 'image') return block;
    const { type, alt, caption, photo } = block;
    if (!photo) return { type, alt, caption, url: null, ratio: null, open: null };
    const ratio = photo.width / photo.height;
    return { type, alt, caption, url: web.urlOf(photo.url), ratio, open: photo.url };
  });

function Words({ runs }: { runs: readonly Run[] }) {
  const { device } = useRootStore();
  return runs.map(({ text, bold, href }, index) => {
    const look = `bulletin-body__run ${bold ? 'bulletin-body__run--bold' : ''}`;
    if (!href) {
      return (
        <Text key={index} className={look}>
          {text}
        </Text>
      );
    }
    const open = () => void openLink(href, device);
    return (
      <Text
        key={index}
        className={`${look} bulletin-body__run--link`}
        onClick={open}
        {...semantics({ role: 'link', tabIndex: 0, onKeyDown: onKeys(open) })}
      >
        {text}
      </Text>
    );
  });
}

function Picture({ alt, caption, url, ratio, open }: BodyPicture) {
  const { device } = useRootStore();
  const image = url ? (
    <Image
      className="bulletin-body__image"
      src={url}
      mode="widthFix"
      lazyLoad
      imgProps={{ alt: open === null ? alt : '' }}
      {...(ratio !== null && { style: { aspectRatio: String(ratio) } })}
    />
  ) : (
    <View className="bulletin-body__missing">{texts.missing}</View>
  );
  return (
    <View className="bulletin-body__picture">
      {open === null ? (
        image
      ) : (
        <Pressable label={texts.zoom(alt)} onPress={() => device.web.showPicture(open)}>
          {image}
        </Pressable>
      )}
      {caption ? <View className="bulletin-body__caption">{caption}</View> : null}
    </View>
  );
}

function Items({ isNumbered, items }: { isNumbered: boolean; items: readonly (readonly Run[])[] }) {
  return (
    <View className="bulletin-body__list" {...semantics({ role: 'list' })}>
      {items.map((runs, index) => (
        <View key={index} className="bulletin-body__item" {...semantics({ role: 'listitem' })}>
          <View className="bulletin-body__mark">{isNumbered ? `${index + 1}.` : '•'}</View>
          <View className="bulletin-body__words">
            <Words runs={runs} />
          </View>
        </View>
      ))}
    </View>
  );
}

function Block({ block }: { block: BodyBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <Heading level={block.level === 2 ? 2 : 3} className="bulletin-body__heading">
          {block.text}
        </Heading>
      );
    case 'paragraph':
      return (
        <View className="bulletin-body__words">
          <Words runs={block.runs} />
        </View>
      );
    case 'list':
      return <Items isNumbered={block.isNumbered} items={block.items} />;
    case 'image':
      return <Picture {...block} />;
    case 'divider':
      return <View className="bulletin-body__line" />;
  }
}

/** What a bulletin says. Every word is text: nothing of it is ever taken for markup. */
export function BulletinBody({ blocks }: { blocks: readonly BodyBlock[] }) {
  return (
    <View className="bulletin-body">
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </View>
  );
}
