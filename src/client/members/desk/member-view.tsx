import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { Member } from '../../../contract/members';
import { pointRoutes } from '../../points/routes';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { PersonLine } from '../../ui/person-line';
import { roleNames } from '../../ui/role-names';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { statusTexts } from '../texts';
import { DeskFailure } from './desk-failure';
import { MemberStore } from './member-store';
import { personHint } from './person-hint';
import { RolesForm } from './roles-form';
import { StatusPart } from './status-part';
import { memberTexts as texts } from './texts';
import './desk.scss';

interface PartsProps {
  store: MemberStore;
  member: Member;
  communityId: string;
}

const Parts = observer(({ store, member, communityId }: PartsProps) => {
  const { device } = useRootStore();
  const { personId } = member;
  const { nickname, avatarUrl, status, roles, joinedAt, gridNumber, can } = member;
  const { name, tone } = statusTexts[status];
  const since = texts.joined(instantText(joinedAt));
  return (
    <>
      <View className="card desk-part">
        <View className="desk-row__top">
          <PersonLine nickname={nickname} avatarUrl={avatarUrl} hint={personHint(member)} />
          <Tag text={name} tone={tone} />
        </View>
        <View className="hint">{gridNumber ? `${since} · ${texts.gridNumber(gridNumber)}` : since}</View>
      </View>
      <View className="card link-rows">
        <LinkRow
          icon="stamp"
          text={texts.points}
          onPress={() => device.navigation.to(pointRoutes.member.to({ communityId, personId }))}
        />
      </View>
      <DeskFailure failure={store.failure} />
      <StatusPart store={store} member={member} />
      {can.setRoles ? (
        <RolesForm store={store} />
      ) : (
        <View className="card desk-part">
          <Heading level={2}>{texts.roles}</Heading>
          <View>{roles.map((role) => roleNames[role]).join('、')}</View>
          <View className="hint">{texts.rolesReadOnly}</View>
        </View>
      )}
    </>
  );
});

interface MemberViewProps {
  communityId: string;
  personId: string;
  onChanged?: (member: Member) => void;
}

/** One member: a page of its own on a phone, beside the list where there is room. */
export const MemberView = observer(({ communityId, personId, onChanged }: MemberViewProps) => {
  const root = useRootStore();
  const [store] = useState(() => new MemberStore(root, { communityId, personId }, onChanged));
  const load = () => void store.load();
  useDidShow(load);
  // Beside a list it comes when the page has long been shown.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="desk-rows">
      {remoteView({
        remote: store.member,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (member) => <Parts store={store} member={member} communityId={communityId} />,
      })}
    </View>
  );
});
