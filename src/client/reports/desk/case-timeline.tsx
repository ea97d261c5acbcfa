import { Image, View } from '@tarojs/components';
import type { CaseEntry } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { Tag } from '../../ui/tag';
import { reportActionTexts, reportPhotoKindTexts, reportStateTexts } from '../report-text';
import { caseTexts as texts } from './case-texts';
import { actorText } from './what-happened';
import './case-timeline.scss';

function Entry({ entry }: { entry: CaseEntry }) {
  const { device } = useRootStore();
  const { action, to, from, words, at, department, receiver, until, photos, isInternal } = entry;
  const facts = [
    action === 'assign' && department ? texts.toDepartment(department) : null,
    receiver ? texts.toReceiver(receiver) : null,
    until ? texts.until(instantText(until)) : null,
  ].filter((fact) => fact !== null);
  return (
    <View
      className={`case-entry ${isInternal ? 'case-entry--internal' : ''}`}
      {...semantics({ role: 'listitem' })}
    >
      <View className="case-entry__top">
        <View className="case-entry__what">{reportActionTexts[action]}</View>
        {isInternal ? <Tag text={texts.internal} tone="warn" /> : null}
        {to && to !== from ? <Tag text={reportStateTexts[to].name} tone={reportStateTexts[to].tone} /> : null}
      </View>
      <View className="hint">{`${actorText(entry)} · ${instantText(at)}`}</View>
      {facts.map((fact) => (
        <View key={fact}>{fact}</View>
      ))}
      {words ? <View className="case-entry__words">{words}</View> : null}
      {photos.length > 0 ? (
        <View className="case-entry__photos">
          {photos.map(({ id, url, thumbUrl, kind }, index) => (
            <Pressable
              key={id}
              className="case-entry__photo"
              label={`${reportPhotoKindTexts[kind]} ${index + 1}`}
              onPress={() => device.web.showPicture(url)}
            >
              <Image
                className="case-entry__picture"
                src={device.web.urlOf(thumbUrl)}
                mode="aspectFill"
                lazyLoad
                imgProps={{ alt: '' }}
              />
            </Pressable>
          ))}
        </View>
      ) : null}
    </View>
  );
}

/** All that happened to it, what only colleagues see marked so. */
export function CaseTimeline({ entries }: { entries: readonly CaseEntry[] }) {
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.timeline}</Heading>
      <View {...semantics({ role: 'list', 'aria-label': texts.timeline })}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </View>
    </View>
  );
}
