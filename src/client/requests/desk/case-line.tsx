import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { RequestCaseRow } from '../../../contract/request-cases';
import { useRootStore } from '../../root-store';
import { ageText, dueText, dueTones } from '../../ui/due-text';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { requestIcons, requestStateTexts } from '../request-text';
import './case-line.scss';
import { listTexts as texts } from './texts';

interface CaseLineProps {
  row: RequestCaseRow;
  /** One line of the table, or a card. */
  as: 'line' | 'card';
  isOpen?: boolean;
  onOpen: () => void;
}

/** A request in short: what it is about, how it stands, who has it, until when. */
export const CaseLine = observer(({ row, as, isOpen = false, onOpen }: CaseLineProps) => {
  const { clock } = useRootStore().parts;
  const { number, category, state, words, isConfidential, isFlagged, due, officer, department } = row;
  const now = clock.now();
  const { name, tone } = requestStateTexts[state];
  const who = [department?.name, officer?.nickname].filter(Boolean).join(' · ') || texts.noOfficer;
  return (
    <Pressable
      role="link"
      className={`request-row request-row--${as} ${isOpen ? 'request-row--open' : ''}`}
      isCurrent={isOpen}
      onPress={onOpen}
    >
      <View className="request-row__number">{texts.number(number)}</View>
      <View className="request-row__category">
        <Icon name={isConfidential ? 'lock' : requestIcons[category.icon]} />
        <View>{category.name}</View>
      </View>
      <View className={`request-row__words ${words ? '' : 'request-row__words--none'}`}>
        {words ?? (isConfidential ? texts.hiddenWords : texts.noWords)}
      </View>
      <View className="request-row__state">
        <Tag text={name} tone={tone} />
        {isFlagged ? <Tag text={texts.flagged} tone="danger" /> : null}
      </View>
      <View className="request-row__officer">{who}</View>
      <View className={`request-row__due request-row__due--${dueTones[due]}`}>
        {due === 'none' ? null : <Icon name="clock" />}
        <View>{dueText(row, now)}</View>
      </View>
      <View className="request-row__age">{ageText(now - Date.parse(row.submittedAt))}</View>
    </Pressable>
  );
});
