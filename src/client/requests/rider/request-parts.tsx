import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { PersonRequest, RequestEntry } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Photos } from '../../ui/photos';
import { Tag } from '../../ui/tag';
import { Timeline, type TimelineEntry } from '../../ui/timeline';
import { nextStepWords } from '../next-step-text';
import {
  requestActionTexts,
  requestActorTexts,
  requestIcons,
  requestNumberText,
  requestStateTexts,
} from '../request-text';
import { detailTexts as texts } from './texts';

interface PartProps {
  request: PersonRequest;
}

/** Which one it is, how it stands, whose turn it is and until when. */
export function RequestHead({ request }: PartProps) {
  const { category, state, number, isConfidential, answerDueAt, next } = request;
  const { name, tone } = requestStateTexts[state];
  const { text, due, isOverdue } = nextStepWords(request);
  const promise = next && answerDueAt && next.dueAt !== answerDueAt && next.by !== 'requester';
  return (
    <View className="card request__head">
      <View className="request__top">
        <View className="request__icon">
          <Icon name={requestIcons[category.icon]} />
        </View>
        <View className="request__names">
          <View className="request__title">
            <Heading level={1}>{category.name}</Heading>
            <Tag text={name} tone={tone} />
          </View>
          <View className="hint">{requestNumberText(number)}</View>
        </View>
      </View>
      <View className="request__next">{text}</View>
      {due ? <View className={isOverdue ? 'request__overdue' : 'hint'}>{due}</View> : null}
      {promise ? <View className="hint">{texts.answerBy(instantText(answerDueAt))}</View> : null}
      {isConfidential ? (
        <View className="request__lock">
          <Icon name="lock" />
          <View>{texts.confidential}</View>
        </View>
      ) : null}
    </View>
  );
}

/** What was asked. */
export const RequestFacts = observer(({ request }: PartProps) => {
  const { device } = useRootStore();
  const { photos, words, submittedAt, spokenWords } = request;
  const about = [texts.when(instantText(submittedAt)), spokenWords ? texts.spoken : ''];
  return (
    <View className="card request__part">
      <Heading level={2}>{texts.yours}</Heading>
      {words ? <View className="request__words">{words}</View> : null}
      <Photos
        label={texts.photos}
        onOpen={(index) => device.web.showPicture(photos[index]?.url ?? '')}
        photos={photos.map(({ url }, index) => ({
          url: device.web.urlOf(url),
          alt: texts.photo(index + 1),
        }))}
      />
      <View className="hint">{about.filter(Boolean).join(' · ')}</View>
    </View>
  );
});

function entryOf(entry: RequestEntry): TimelineEntry {
  const { id, action, by, department, category, words, stars, photos, at } = entry;
  const who = by === 'requester' ? texts.you : requestActorTexts[by];
  const name = by === 'department' && department && action !== 'assign' ? department : who;
  const more = [
    action === 'assign' && department && texts.given(department),
    category && texts.changed(category),
    stars && texts.stars(stars),
  ].filter(Boolean);
  return {
    id,
    what: requestActionTexts[action],
    hint: `${instantText(at)} · ${name}`,
    more: more.join(' · '),
    // What was asked stands above in full.
    words: action === 'submit' ? null : words,
    photos: (action === 'submit' ? [] : photos).map(({ id: photoId, url }, index) => ({
      id: photoId,
      url,
      name: texts.photo(index + 1),
      alt: texts.photo(index + 1),
    })),
  };
}

/** What comes next with it and what was done. */
export function RequestHistory({ request }: PartProps) {
  return (
    <Timeline
      title={texts.history}
      next={request.next ? nextStepWords(request) : null}
      entries={request.entries.map(entryOf)}
    />
  );
}
