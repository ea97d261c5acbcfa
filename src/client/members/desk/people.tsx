import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { membershipStatuses } from '../../../contract/people';
import { roles } from '../../../contract/roles';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { roleNames } from '../../ui/role-names';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { SearchField } from '../../ui/search-field';
import { useIsWide } from '../../ui/wide-screen';
import { memberRoutes } from '../routes';
import { statusTexts } from '../texts';
import { MemberView } from './member-view';
import { PeopleStore, type MemberRow } from './people-store';
import { PersonRow } from './person-row';
import { deskTexts, peopleTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '人员' });

const anyStatus = { value: 'any', text: texts.anyStatus } as const;
const anyRole = { value: 'any', text: texts.anyRole } as const;

const Filters = observer(({ store }: { store: PeopleStore }) => {
  return (
    <View className="desk-part">
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        maxLength={40}
        searched={store.search}
        onSearch={(words) => void store.find(words)}
      />
      <View className="desk-filters">
        <Chips
          isScrolling
          label={texts.status}
          value={store.status}
          options={[
            anyStatus,
            ...membershipStatuses.map((value) => ({ value, text: statusTexts[value].name })),
          ]}
          onChange={(status) => void store.setStatus(status)}
        />
        <Chips
          isScrolling
          label={texts.role}
          value={store.role}
          options={[anyRole, ...roles.map((value) => ({ value, text: roleNames[value] }))]}
          onChange={(role) => void store.setRole(role)}
        />
      </View>
      <View className="hint">{deskTexts.logged}</View>
    </View>
  );
});

interface RowsProps {
  store: PeopleStore;
  rows: readonly MemberRow[];
  chosenId: string | null;
  onOpen: (member: MemberRow) => void;
}

const Rows = observer(({ store, rows, chosenId, onOpen }: RowsProps) => {
  const { pages } = store;
  if (rows.length === 0) {
    return (
      <Still
        icon="search"
        title={texts.empty}
        hint={texts.emptyHint}
        {...(store.hasFilters && { action: { text: texts.clearAll, onPress: () => void store.clear() } })}
      />
    );
  }
  return (
    <View className="desk-rows">
      {rows.map((member) => (
        <PersonRow key={member.id} member={member} isChosen={member.id === chosenId} onOpen={onOpen} />
      ))}
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
    </View>
  );
});

function People() {
  const root = useRootStore();
  const { communityId = '' } = memberRoutes.people.parse(useRouter().params);
  const [store] = useState(() => new PeopleStore(root, communityId));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isWide = useIsWide();
  const open = ({ personId }: MemberRow) => {
    if (isWide) setChosenId(personId);
    else root.device.navigation.to(memberRoutes.member.to({ communityId, personId }));
  };
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  const side = (
    <>
      <Filters store={store} />
      {remoteView({
        remote: store.pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={5} />,
        children: (rows) => (
          <Rows store={store} rows={rows} chosenId={isWide ? chosenId : null} onOpen={open} />
        ),
      })}
    </>
  );
  const chosen =
    chosenId === null ? (
      <Still icon="people" title={texts.pick} hint={texts.pickHint} />
    ) : (
      <MemberView key={chosenId} communityId={communityId} personId={chosenId} onChanged={store.show} />
    );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={isWide ? chosen : null} />
    </Screen>
  );
}

export default observer(People);
