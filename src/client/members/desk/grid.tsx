import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { gridStates, type GridApplication } from '../../../contract/members';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { useIsWide } from '../../ui/wide-screen';
import { memberRoutes } from '../routes';
import { gridStateTexts } from '../texts';
import { ApplicationCard } from './application-card';
import { ApplicationsStore } from './applications-store';
import { DeskFailure } from './desk-failure';
import { applicationTexts as texts, deskTexts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '网格员申请' });

interface RowProps {
  application: GridApplication;
  isChosen: boolean;
  onChoose: () => void;
}

/** In short, beside the whole of it. */
const Row = observer(({ application, isChosen, onChoose }: RowProps) => {
  const { person, state, areas } = application;
  const { name, tone } = gridStateTexts[state];
  return (
    <Pressable className={`desk-row ${isChosen ? 'desk-row--on' : ''}`} onPress={onChoose}>
      <View className="desk-row__top">
        <PersonLine nickname={person.nickname} avatarUrl={person.avatarUrl} hint={areas.join('、')} />
        <Tag text={name} tone={tone} />
      </View>
    </Pressable>
  );
});

function Applications() {
  const root = useRootStore();
  const { communityId = '' } = memberRoutes.gridApplications.parse(useRouter().params);
  const [store] = useState(() => new ApplicationsStore(root, communityId));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isWide = useIsWide();
  const { pages } = store;
  const rows = pages.rows.data;
  const chosen = rows?.find(({ id }) => id === chosenId);
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  const side = (
    <>
      <Chips
        isScrolling
        label={texts.filter}
        value={store.state}
        options={[
          { value: 'any' as const, text: texts.all },
          ...gridStates.map((value) => ({ value, text: gridStateTexts[value].name })),
        ]}
        onChange={(state) => void store.setState(state)}
      />
      <View className="hint">{deskTexts.logged}</View>
      <DeskFailure failure={store.failure} />
      {remoteView({
        remote: pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (all) => (
          <View className="desk-rows">
            {all.length === 0 ? <Still icon="badge" title={texts.empty} hint={texts.emptyHint} /> : null}
            {all.map((application) =>
              isWide ? (
                <Row
                  key={application.id}
                  application={application}
                  isChosen={application.id === chosenId}
                  onChoose={() => setChosenId(application.id)}
                />
              ) : (
                <ApplicationCard key={application.id} store={store} application={application} />
              ),
            )}
            <ListEnd
              hasMore={pages.hasMore}
              isLoadingMore={pages.isLoadingMore}
              moreFailure={pages.moreFailure}
              count={all.length}
              onMore={() => void pages.loadMore()}
            />
          </View>
        ),
      })}
    </>
  );
  const main = chosen ? (
    <ApplicationCard key={chosen.id} store={store} application={chosen} />
  ) : (
    <Still icon="badge" title={texts.pick} hint={texts.pickHint} />
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={isWide ? main : null} />
    </Screen>
  );
}

export default observer(Applications);
