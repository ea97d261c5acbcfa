import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { GridTask } from '../../../contract/report-checks';
import type { ReportPhotoKind } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import './task-photos.scss';
import { taskTexts as texts } from './texts';

type Photo = GridTask['photos'][number];
type Group = keyof typeof texts.groups;

const groupOf: Record<ReportPhotoKind, Group> = {
  report: 'report',
  answer: 'report',
  before: 'before',
  after: 'after',
  verification: 'verification',
};

const groups = Object.keys(texts.groups) as Group[];

const Strip = observer(({ name, photos }: { name: string; photos: readonly Photo[] }) => {
  const { device } = useRootStore();
  return (
    <View className="card task-photos__group">
      <Heading level={2}>{name}</Heading>
      <View
        className={`task-photos__strip ${photos.length === 1 ? 'task-photos__strip--one' : ''}`}
        {...semantics({ role: 'group', 'aria-label': name })}
      >
        {photos.map(({ id, url }, index) => (
          <Pressable
            key={id}
            className="task-photos__one"
            label={texts.photoAlt(name, index + 1)}
            onPress={() => device.web.showPicture(url)}
          >
            <Image
              className="task-photos__picture"
              src={device.web.urlOf(url)}
              mode="aspectFill"
              lazyLoad
              imgProps={{ alt: '' }}
            />
          </Pressable>
        ))}
      </View>
    </View>
  );
});

/** Before and after, one below the other and large enough to judge by. */
export function TaskPhotos({ photos }: { photos: readonly Photo[] }) {
  if (photos.length === 0) return <View className="card hint">{texts.noPhotos}</View>;
  return (
    <>
      {groups.map((group) => {
        const own = photos.filter(({ kind }) => groupOf[kind] === group);
        return own.length > 0 ? <Strip key={group} name={texts.groups[group]} photos={own} /> : null;
      })}
    </>
  );
}
