import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ConsultationHours, ConsultationHoursList } from '../../../contract/consultation-desk';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { dateText, plainDateText, weekdays } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Panes } from '../../ui/panes';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { consultationRoutes } from '../routes';
import { wayNames } from '../when-text';
import { DayOffSheet } from './day-off-sheet';
import { HoursSheet } from './hours-sheet';
import { HoursStore } from './hours-store';
import { hoursTexts as texts } from './texts';
import './hours.scss';

definePageConfig({ navigationBarTitleText: '接待时间' });

interface PartProps {
  store: HoursStore;
  list: ConsultationHoursList;
}

function HoursRow({ hours, onPress }: { hours: ConsultationHours; onPress: () => void }) {
  const { officer, department, opens, closes, slotMinutes, way, place, topic, fromDay, untilDay } = hours;
  const days = hours.weekdays.map((day) => weekdays[day - 1] ?? '').join('、');
  const span = texts.until(plainDateText(fromDay), untilDay && plainDateText(untilDay));
  return (
    <Pressable className="card hours-row" onPress={onPress}>
      <View className="hours-row__words">
        <View className="hours-row__when">{`${days} ${opens}–${closes}`}</View>
        <View>{[officer.name, department.name, topic?.name].filter(Boolean).join(' · ')}</View>
        <View className="hint">{[wayNames[way], place].filter(Boolean).join(' · ')}</View>
        <View className="hint">
          {[texts.each(slotMinutes), span, texts.booked(hours.booked)].join(' · ')}
        </View>
      </View>
      <Icon name="next" />
    </Pressable>
  );
}

const DaysOff = observer(({ store, list, onAdd }: PartProps & { onAdd: () => void }) => {
  const nameOf = (id: string) => list.officers.find(({ personId }) => personId === id)?.name;
  return (
    <View className="card hours-page">
      <Heading level={2}>{texts.daysOff}</Heading>
      <View className="hint">{list.daysOff.length === 0 ? texts.noDaysOff : texts.daysOffHint}</View>
      {list.daysOff.map(({ officerId, day, note }) => (
        <View key={`${officerId} ${day}`} className="hours-row">
          <View className="hours-row__words">
            <View className="hours-row__when">{dateText(day)}</View>
            <View className="hint">
              {[list.officers.length > 1 ? nameOf(officerId) : null, note].filter(Boolean).join(' · ')}
            </View>
          </View>
          <ActionButton
            kind="quiet"
            text={texts.removeDayOff}
            onPress={() => void store.comeBack(officerId, day)}
          />
        </View>
      ))}
      <ActionButton icon="plus" text={texts.addDayOff} onPress={onAdd} />
    </View>
  );
});

/** Each time it is asked the sheet begins anew. */
const nameOf = (asked: ConsultationHours | 'new' | null) =>
  asked === null || asked === 'new' ? String(asked) : asked.id;

const Lists = observer(({ store, list }: PartProps) => {
  const [asked, setAsked] = useState<ConsultationHours | 'new' | null>(null);
  const [isTakingOff, setIsTakingOff] = useState(false);
  const ask = (what: ConsultationHours | 'new') => {
    store.begin();
    setAsked(what);
  };
  return (
    <>
      <Panes
        side={
          <>
            <View className="hint">{texts.lead}</View>
            {list.items.length === 0 ? <Still icon="clock" {...texts.empty} /> : null}
            {list.items.map((hours) => (
              <HoursRow key={hours.id} hours={hours} onPress={() => ask(hours)} />
            ))}
            {list.officers.length > 0 ? (
              <ActionButton kind="primary" icon="plus" text={texts.add} onPress={() => ask('new')} />
            ) : null}
          </>
        }
        main={
          list.officers.length > 0 ? (
            <DaysOff
              store={store}
              list={list}
              onAdd={() => {
                store.begin();
                setIsTakingOff(true);
              }}
            />
          ) : null
        }
      />
      <HoursSheet
        key={nameOf(asked)}
        store={store}
        officers={list.officers}
        asked={asked}
        onClose={() => setAsked(null)}
      />
      <DayOffSheet
        key={String(isTakingOff)}
        store={store}
        officers={list.officers}
        isOpen={isTakingOff}
        onClose={() => setIsTakingOff(false)}
      />
    </>
  );
});

function Hours() {
  const root = useRootStore();
  const { communityId = '' } = consultationRoutes.hours.parse(useRouter().params);
  const [store] = useState(() => new HoursStore(root, communityId));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title} isWide>
      {remoteView({
        remote: store.list,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (list) => <Lists store={store} list={list} />,
      })}
    </Screen>
  );
}

export default observer(Hours);
