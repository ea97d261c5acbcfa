import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ConsultationDay } from '../../../contract/consultation-desk';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { dateText, today } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { consultationRoutes } from '../routes';
import { DayStore } from './day-store';
import { SlotCard } from './slot-card';
import { dayTexts as texts } from './texts';
import './day.scss';

definePageConfig({ navigationBarTitleText: '咨询预约' });

interface PartProps {
  store: DayStore;
  shown: ConsultationDay;
}

const Choice = observer(({ store, shown }: PartProps) => {
  const { clock } = useRootStore().parts;
  const now = today(clock.now());
  const nameOf = (day: string) => (day === now ? texts.today : dateText(day));
  const known = shown.days.some(({ day }) => day === shown.day);
  const days = [
    ...(known ? [] : [{ value: shown.day, text: nameOf(shown.day) }]),
    ...shown.days.map(({ day, booked, free, isOff }) => ({
      value: day,
      text: `${nameOf(day)} · ${isOff ? texts.off : texts.counts(booked, free)}`,
    })),
  ].sort((a, b) => (a.value < b.value ? -1 : 1));
  return (
    <View className="consultation-day consultation-day__choice">
      {shown.officers.length > 1 ? (
        <Chips
          label={texts.officer}
          value={shown.officer.personId}
          options={shown.officers.map(({ personId, name }) => ({ value: personId, text: name }))}
          onChange={(officerId) => void store.show({ officerId })}
        />
      ) : null}
      <Chips
        label={texts.day}
        value={shown.day}
        options={days}
        isScrolling
        onChange={(day) => void store.show({ day })}
      />
    </View>
  );
});

const Shown = observer(({ store, shown }: PartProps) => (
  <View className="consultation-day">
    <Heading level={2}>{dateText(shown.day)}</Heading>
    {shown.isOff ? (
      <Notice icon="info" tone="warn" hint={shown.note ?? ''}>
        {texts.off}
      </Notice>
    ) : null}
    <FailureNotice working={store.working} />
    {shown.slots.length === 0 && !shown.isOff ? <Still icon="calendar" {...texts.empty} /> : null}
    <View className="consultation-day__slots">
      {shown.slots.map((slot) => (
        <SlotCard key={slot.startsAt} store={store} slot={slot} />
      ))}
    </View>
  </View>
));

const Hours = observer(({ communityId }: { communityId: string }) => {
  const { navigation } = useRootStore().device;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="clock"
        text={texts.hours}
        hint={texts.hoursHint}
        onPress={() => navigation.to(consultationRoutes.hours.to({ communityId }))}
      />
    </View>
  );
});

function Day() {
  const root = useRootStore();
  const { communityId = '', day } = consultationRoutes.day.parse(useRouter().params);
  const [store] = useState(() => new DayStore(root, communityId, day ?? null));
  const load = () => void store.load();
  useDidShow(load);
  const { failure } = store.day;
  const isNobody = failure?.kind === 'refused' && failure.code === 'not_found';
  const hours = <Hours communityId={communityId} />;
  return (
    <Screen title={texts.title} isWide>
      {isNobody ? (
        <Panes side={hours} main={<Still icon="people" {...texts.nobody} />} />
      ) : (
        remoteView({
          remote: store.day,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <Panes side={hours} main={<LoadingRows count={4} />} />,
          children: (shown) => (
            <Panes
              side={
                <>
                  {hours}
                  <Choice store={store} shown={shown} />
                </>
              }
              main={<Shown store={store} shown={shown} />}
            />
          ),
        })
      )}
    </Screen>
  );
}

export default observer(Day);
