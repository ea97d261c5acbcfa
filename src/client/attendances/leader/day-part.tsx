import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { isVolunteering } from '../../../contract/activities';
import type { DayList } from '../../../contract/attendance-days';
import { useRootStore } from '../../root-store';
import { serviceRoutes } from '../../service-records/routes';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { momentText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { failureWords } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { GroupSheet } from './group-sheet';
import type { ListStore } from './list-store';
import { listTexts as texts } from './texts';

interface DayPartProps {
  store: ListStore;
  list: DayList;
}

const Tally = observer(({ store }: { store: ListStore }) => (
  <View className="day-tally">
    <View className="day-tally__words">
      <View className="day-tally__name">{texts.tally}</View>
      <View className="hint">{texts.tallyHint}</View>
    </View>
    <Pressable
      className="day-tally__step"
      label={texts.less}
      isDisabled={store.tallied <= 0}
      onPress={() => store.tally(-1)}
    >
      <Icon name="minus" />
    </Pressable>
    <View className="day-tally__count">{store.tallied}</View>
    <Pressable className="day-tally__step" label={texts.moreOne} onPress={() => store.tally(1)}>
      <Icon name="plus" />
    </Pressable>
  </View>
));

/** What else there is to the day: who comes without the app or a sign-up, hours for all, and the end. */
export const DayPart = observer(({ store, list }: DayPartProps) => {
  const { parts, device } = useRootStore();
  const [asked, setAsked] = useState<'group' | 'close' | null>(null);
  const hasBegun = parts.clock.now() >= Date.parse(list.activity.startsAt);
  const { communityId, id, kind } = list.activity;
  const toGrades = () => device.navigation.to(serviceRoutes.grades.to({ communityId, id }));
  const done = () => setAsked(null);
  const close = async () => {
    done();
    if (await store.close()) device.feedback.toast(texts.closedHint);
  };
  return (
    <View className="card day-part">
      <Heading level={2}>{texts.moreTitle}</Heading>
      <SwitchRow
        text={texts.allow}
        hint={texts.allowHint}
        isOn={list.isWalkInAllowed}
        onToggle={() => void store.allowWalkIns(!list.isWalkInAllowed)}
      />
      <Tally store={store} />
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      <View className="day-part__actions">
        <ActionButton icon="clock" text={texts.groupTitle} onPress={() => setAsked('group')} />
        {list.closedAt ? (
          <>
            <Notice icon="check" tone="good" hint={texts.closedHint}>
              {texts.closed(momentText(list.closedAt))}
            </Notice>
            {isVolunteering(kind) ? (
              <View className="link-rows">
                <LinkRow icon="badge" text={texts.grades} hint={texts.gradesHint} onPress={toGrades} />
              </View>
            ) : null}
          </>
        ) : hasBegun ? (
          <ActionButton
            icon="flag"
            text={texts.close}
            isWorking={store.isWorking}
            onPress={() => setAsked('close')}
          />
        ) : null}
      </View>
      <GroupSheet store={store} list={list} isOpen={asked === 'group'} onClose={done} />
      <ConfirmSheet
        isOpen={asked === 'close'}
        title={texts.closeAsk}
        hint={texts.closeHint}
        confirm={texts.close}
        onConfirm={() => void close()}
        onClose={done}
      />
    </View>
  );
});
