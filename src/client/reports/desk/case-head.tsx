import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Case } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { dueTones, spanText } from '../../ui/due-text';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Tag } from '../../ui/tag';
import { reportActorTexts, reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { caseTexts as texts } from './case-texts';
import { workingText } from './triage-texts';

/** By when, and how much of the time is left. */
function dueWords({ due, next, workingMsLeft }: Case, now: number): string {
  if (!next?.dueAt || due === 'none') return '';
  if (due === 'overdue') return texts.overdueBy(spanText(now - Date.parse(next.dueAt)));
  const by = texts.due(instantText(next.dueAt));
  return !workingMsLeft ? by : `${by}，${texts.left(workingText(workingMsLeft))}`;
}

/** Which one it is, how it stands, whose turn it is and until when. */
export const CaseHead = observer(({ found }: { found: Case }) => {
  const { clock } = useRootStore().parts;
  const { number, category, state, due, next, words, escalation, givenBack, question, canonical } = found;
  const { name, tone } = reportStateTexts[state];
  const duePart = dueWords(found, clock.now());
  return (
    <View className="case-head">
      <View className="case-head__top">
        <Heading level={1} className="case-head__title">
          {`${reportNumberText(number)} · ${reportCategoryTexts[category]}`}
        </Heading>
      </View>
      <View className="case-head__tags">
        <Tag text={name} tone={tone} />
        {escalation > 0 ? <Tag text={texts.escalated(escalation)} tone="danger" /> : null}
        {givenBack > 0 ? <Tag text={texts.givenBack(givenBack)} tone="warn" /> : null}
      </View>
      {words ? <View className="case-head__words">{words}</View> : null}
      {next ? (
        <View className={`case-head__next case-head__next--${dueTones[due]}`}>
          <Icon name="clock" />
          <View>{[texts.turnOf(reportActorTexts[next.by]), duePart].filter(Boolean).join(' · ')}</View>
        </View>
      ) : null}
      {question ? (
        <Notice icon="info" hint={question}>
          {texts.question}
        </Notice>
      ) : null}
      {canonical ? (
        <Notice icon="info" hint={reportStateTexts[canonical.state].name}>
          {texts.canonical(reportNumberText(canonical.number))}
        </Notice>
      ) : null}
    </View>
  );
});
