import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { RequestCase, RequestCaseEntry } from '../../../contract/request-cases';
import { companyNames } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { dueTones, spanText } from '../../ui/due-text';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { PersonLine } from '../../ui/person-line';
import { Photos } from '../../ui/photos';
import { GivenStars } from '../../ui/stars';
import { Tag } from '../../ui/tag';
import { Timeline, type TimelineEntry } from '../../ui/timeline';
import {
  requestActionTexts,
  requestActorTexts,
  requestIcons,
  requestNumberText,
  requestStateTexts,
} from '../request-text';
import { caseTexts as texts } from './texts';
import { actorText } from './what-happened';

interface PartProps {
  found: RequestCase;
}

/** Whose turn it is and until when. */
function nextWords({ due, next, answerDueAt }: RequestCase, now: number): string {
  if (!next) return '';
  const by = texts.turnOf(requestActorTexts[next.by]);
  if (!next.dueAt || due === 'none') return by;
  const when =
    due === 'overdue'
      ? texts.overdueBy(spanText(now - Date.parse(next.dueAt)))
      : texts.due(instantText(next.dueAt));
  const promise = answerDueAt && answerDueAt !== next.dueAt ? texts.answerBy(instantText(answerDueAt)) : '';
  return [by, when, promise].filter(Boolean).join(' · ');
}

/** Which one it is, how it stands, whose turn it is and until when. */
export const CaseHead = observer(({ found }: PartProps) => {
  const { clock } = useRootStore().parts;
  const { number, category, state, due, isConfidential, isFlagged, escalation, returned, question } = found;
  const { name, tone } = requestStateTexts[state];
  const next = nextWords(found, clock.now());
  return (
    <View className="request-case__head">
      <View className="request-case__title">
        <Icon name={requestIcons[category.icon]} />
        <Heading level={1}>{category.name}</Heading>
      </View>
      <View className="request-case__tags">
        <Tag text={requestNumberText(number)} />
        <Tag text={name} tone={tone} />
        {escalation > 0 ? <Tag text={texts.escalated(escalation)} tone="danger" /> : null}
        {returned > 0 ? <Tag text={texts.returned(returned)} tone="warn" /> : null}
      </View>
      {next ? (
        <View className={`request-case__next request-case__next--${dueTones[due]}`}>
          <Icon name="clock" />
          <View>{next}</View>
        </View>
      ) : null}
      {isConfidential ? (
        <Notice icon="lock" tone="warn">
          {texts.loggedConfidential}
        </Notice>
      ) : null}
      {isFlagged ? (
        <Notice icon="warning" tone="warn">
          {texts.flagged}
        </Notice>
      ) : null}
      {question ? (
        <Notice icon="info" hint={question}>
          {texts.question}
        </Notice>
      ) : null}
    </View>
  );
});

/** What was asked, by whom, who has it, and what its person said in the end. */
export const CaseFacts = observer(({ found }: PartProps) => {
  const { device } = useRootStore();
  const { words, photos, spokenWords, submittedAt, requester, department, officer, rating, isLapsed } = found;
  const when = texts.submitted(instantText(submittedAt));
  const company = requester?.company ? companyNames[requester.company] : null;
  const known = [company, requester?.maskedPhone ?? texts.noPhone, when].filter(Boolean).join(' · ');
  return (
    <>
      <View className="card request-case__part">
        <Heading level={2}>{texts.words}</Heading>
        {words ? <View className="request-case__words">{words}</View> : null}
        <Photos
          label={texts.photos}
          onOpen={(index) => device.web.showPicture(photos[index]?.url ?? '')}
          photos={photos.map(({ url }, index) => ({
            url: device.web.urlOf(url),
            alt: texts.photo(index + 1),
          }))}
        />
        {spokenWords ? <View className="hint">{texts.spoken}</View> : null}
        {requester ? (
          <PersonLine nickname={requester.nickname} avatarUrl={requester.avatarUrl} hint={known} />
        ) : (
          <View className="hint">{`${texts.requesterGone} · ${when}`}</View>
        )}
        {found.isConfidential ? null : <View className="hint">{texts.logged}</View>}
      </View>
      {department ? (
        <View className="card request-case__part">
          <Heading level={2}>{texts.with}</Heading>
          <View>{officer ? texts.withOfficer(department.name, officer.nickname) : department.name}</View>
        </View>
      ) : null}
      {rating || isLapsed ? (
        <View className="card request-case__part">
          <Heading level={2}>{texts.rating}</Heading>
          {rating ? <GivenStars stars={rating.stars} /> : <View>{texts.lapsed}</View>}
          {rating?.words ? <View className="request-case__words">{rating.words}</View> : null}
        </View>
      ) : null}
    </>
  );
});

function entryOf(entry: RequestCaseEntry): TimelineEntry {
  const { id, action, department, category, words, stars, photos, at, isInternal } = entry;
  const more = [
    isInternal && texts.internal,
    action === 'assign' && department && texts.given(department),
    category && texts.changed(category),
    stars && texts.stars(stars),
  ].filter(Boolean);
  return {
    id,
    what: requestActionTexts[action],
    hint: `${instantText(at)} · ${actorText(entry)}`,
    more: more.join(' · '),
    words: action === 'submit' ? null : words,
    photos: (action === 'submit' ? [] : photos).map(({ id: photoId, url }, index) => ({
      id: photoId,
      url,
      name: texts.photo(index + 1),
      alt: texts.photo(index + 1),
    })),
  };
}

/** All that happened to it, what only colleagues see marked so. */
export function CaseTimeline({ found }: PartProps) {
  return <Timeline title={texts.timeline} next={null} entries={found.entries.map(entryOf)} />;
}
