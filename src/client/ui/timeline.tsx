import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { Heading } from './heading';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import './timeline.scss';

interface TimelinePhoto {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly alt: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly what: string;
  /** When and by whom. */
  readonly hint: string;
  readonly more?: string;
  readonly words: string | null;
  readonly photos: readonly TimelinePhoto[];
}

interface TimelineProps {
  title: string;
  /** What comes next and by when; null when it is over. */
  next: { text: string; due: string; isOverdue: boolean } | null;
  /** The oldest first, as the cloud has them. */
  entries: readonly TimelineEntry[];
}

const Pictures = observer(({ photos }: Pick<TimelineEntry, 'photos'>) => {
  const { device } = useRootStore();
  return (
    <View className="timeline__photos">
      {photos.map(({ id, url, name, alt }) => (
        <Pressable
          key={id}
          className="timeline__photo"
          label={alt}
          onPress={() => device.web.showPicture(url)}
        >
          <Image
            className="timeline__picture"
            src={device.web.urlOf(url)}
            mode="aspectFill"
            lazyLoad
            imgProps={{ alt }}
          />
          <View className="hint">{name}</View>
        </Pressable>
      ))}
    </View>
  );
});

function Entry({ what, hint, more, words, photos }: TimelineEntry) {
  return (
    <View className="timeline__one" {...semantics({ role: 'listitem' })}>
      <View className="timeline__what">{what}</View>
      <View className="hint">{hint}</View>
      {more ? <View className="timeline__more">{more}</View> : null}
      {words ? <View className="timeline__words">{words}</View> : null}
      {photos.length > 0 ? <Pictures photos={photos} /> : null}
    </View>
  );
}

/** What comes next and by when, then what was done, the newest first. */
export function Timeline({ title, next, entries }: TimelineProps) {
  return (
    <View className="card timeline">
      <Heading level={2}>{title}</Heading>
      <View className="timeline__all" {...semantics({ role: 'list' })}>
        {next ? (
          <View className="timeline__one timeline__one--next" {...semantics({ role: 'listitem' })}>
            <View className="timeline__what">{next.text}</View>
            {next.due ? (
              <View className={`hint ${next.isOverdue ? 'timeline__overdue' : ''}`}>{next.due}</View>
            ) : null}
          </View>
        ) : null}
        {[...entries].reverse().map((entry) => (
          <Entry key={entry.id} {...entry} />
        ))}
      </View>
    </View>
  );
}
