import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { roleNames } from '../../ui/role-names';
import { Tag } from '../../ui/tag';
import { statusTexts } from '../texts';
import type { MemberRow } from './people-store';
import { personHint } from './person-hint';

interface PersonRowProps {
  member: MemberRow;
  isChosen: boolean;
  onOpen: (member: MemberRow) => void;
}

/** A member as a card of the list. */
export const PersonRow = observer(({ member, isChosen, onOpen }: PersonRowProps) => {
  const { nickname, avatarUrl, status, roles } = member;
  const { name, tone } = statusTexts[status];
  return (
    <Pressable
      className={`desk-row ${isChosen ? 'desk-row--on' : ''}`}
      role="link"
      onPress={() => onOpen(member)}
    >
      <View className="desk-row__top">
        <PersonLine nickname={nickname} avatarUrl={avatarUrl} hint={personHint(member)} />
        <Tag text={name} tone={tone} />
      </View>
      <View className="hint">{roles.map((role) => roleNames[role]).join('、')}</View>
    </Pressable>
  );
});
