import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Report, ReportEntry } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { nextStepWords } from '../next-step-text';
import { reportActionTexts, reportActorTexts, reportPhotoKindTexts } from '../report-text';
import { detailTexts as texts } from './texts';
import './timeline.scss';

const Pictures = observer(({ photos }: { photos: ReportEntry['photos'] }) => {
  const { device } = useRootStore();
  return (
    <View className="timeline__photos">
      {photos.map(({ id, url, kind }, index) => (
        <Pressable
          key={id}
          className="timeline__photo"
          label={texts.photoAlt(reportPhotoKindTexts[kind], index + 1)}
          onPress={() => device.web.showPicture(url)}
        >
          <Image
            className="timeline__picture"
            src={device.web.urlOf(url)}
            mode="aspectFill"
            lazyLoad
            imgProps={{ alt: texts.photoAlt(reportPhotoKindTexts[kind], index + 1) }}
          />
          <View className="hint">{reportPhotoKindTexts[kind]}</View>
        </Pressable>
      ))}
    </View>
  );
});

function Entry({ entry, isMine }: { entry: ReportEntry; isMine: boolean }) {
  const { action, by, department, receiver, until, words, photos, at } = entry;
  const who = by === 'reporter' && isMine ? texts.you : reportActorTexts[by];
  const more = [
    department && texts.department(department),
    receiver && texts.receiver(receiver),
    until && texts.until(instantText(until)),
  ].filter(Boolean);
  return (
    <View className="timeline__one" {...semantics({ role: 'listitem' })}>
      <View className="timeline__what">{reportActionTexts[action]}</View>
      <View className="hint">{`${instantText(at)} · ${who}`}</View>
      {more.length > 0 ? <View className="timeline__more">{more.join(' · ')}</View> : null}
      {words ? <View className="timeline__words">{words}</View> : null}
      {photos.length > 0 ? <Pictures photos={photos} /> : null}
    </View>
  );
}

/** What comes next and by when, then what was done, the newest first. */
export function Timeline({ report }: { report: Report }) {
  const { text, due, isOverdue } = nextStepWords(report);
  return (
    <View className="card timeline">
      <Heading level={2}>{texts.history}</Heading>
      <View className="timeline__all" {...semantics({ role: 'list' })}>
        {report.next ? (
          <View className="timeline__one timeline__one--next" {...semantics({ role: 'listitem' })}>
            <View className="timeline__what">{text}</View>
            {due ? <View className={`hint ${isOverdue ? 'timeline__overdue' : ''}`}>{due}</View> : null}
          </View>
        ) : null}
        {[...report.entries].reverse().map((entry) => (
          <Entry key={entry.id} entry={entry} isMine={report.isMine} />
        ))}
      </View>
    </View>
  );
}
