import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { CaseRow } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { ageText, dueText, dueTones } from '../../ui/due-text';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { Tag } from '../../ui/tag';
import { reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { triageTexts as texts } from './triage-texts';
import './case-line.scss';

interface CaseLineProps {
  row: CaseRow;
  /** One line of the table, or a card. */
  as: 'line' | 'card';
  isOpen?: boolean;
  onOpen: () => void;
}

/** What the keyboard finds a row by. */
export const caseElementId = (id: string): string => `case-${id}`;
export const caseIdOf = (elementId: string): string | null => /^case-(.+)$/.exec(elementId)?.[1] ?? null;

function Thumb({ url }: { url: string | null }) {
  return (
    <View className="case-line__thumb" {...semantics({ 'aria-hidden': true })}>
      {url ? (
        <Image className="case-line__picture" src={url} mode="aspectFill" lazyLoad imgProps={{ alt: '' }} />
      ) : (
        <Icon name="flag" />
      )}
    </View>
  );
}

/** A case in short: what it is, how it stands, who has it, until when. */
export const CaseLine = observer(({ row, as, isOpen = false, onOpen }: CaseLineProps) => {
  const { device, parts } = useRootStore();
  const { number, category, state, words, placeText, photo, due, assignee, submittedAt } = row;
  const now = parts.clock.now();
  const stateText = reportStateTexts[state];
  const said = words ?? texts.noWords;
  return (
    <Pressable
      id={caseElementId(row.id)}
      role="link"
      className={`case-line case-line--${as} ${isOpen ? 'case-line--open' : ''}`}
      isCurrent={isOpen}
      onPress={onOpen}
    >
      <View className="case-line__number">{reportNumberText(number)}</View>
      <Thumb url={photo && device.web.urlOf(photo.thumbUrl)} />
      <View className="case-line__category">{reportCategoryTexts[category]}</View>
      <View className="case-line__words">
        <View className={`case-line__said ${words ? '' : 'case-line__said--none'}`}>{said}</View>
        {placeText ? <View className="case-line__place">{placeText}</View> : null}
      </View>
      <View className="case-line__state">
        <Tag text={stateText.name} tone={stateText.tone} />
      </View>
      <View className={`case-line__assignee ${assignee ? '' : 'case-line__assignee--none'}`}>
        {assignee?.name ?? texts.noAssignee}
      </View>
      <View className={`case-line__due case-line__due--${dueTones[due]}`}>
        {due === 'none' ? null : <Icon name="clock" />}
        <View>{dueText(row, now)}</View>
      </View>
      <View className="case-line__age">{ageText(now - Date.parse(submittedAt))}</View>
    </Pressable>
  );
});
