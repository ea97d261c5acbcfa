import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { consultationLimits } from '../../../contract/consultations';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { dateText, dayOf, plainDateText, timeText, weekdayName } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { consultationRoutes } from '../routes';
import { hoursText, wayNames } from '../when-text';
import { BookStore } from './book-store';
import { bookTexts as texts } from './texts';
import './book.scss';

definePageConfig({ navigationBarTitleText: '约咨询' });

interface StoreProps {
  store: BookStore;
}

const Days = observer(({ store }: StoreProps) => (
  <View className="book__days" {...semantics({ role: 'radiogroup', 'aria-label': texts.day })}>
    {(store.offer?.days ?? []).map(({ day, free }) => {
      const isOn = day === store.shownDay;
      return (
        <Pressable
          key={day}
          role="radio"
          isChecked={isOn}
          label={`${dateText(day)}，${texts.free(free)}`}
          className={`book__day ${isOn ? 'book__day--on' : ''}`}
          onPress={() => void store.chooseDay(day)}
        >
          <View className="book__weekday">{weekdayName(day)}</View>
          <View className="book__date">{plainDateText(day)}</View>
          <View className="book__free">{texts.free(free)}</View>
        </Pressable>
      );
    })}
  </View>
));

const Slots = observer(({ store }: StoreProps) => {
  const root = useRootStore();
  return remoteView({
    remote: store.slots,
    onRetry: () => void store.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={2} />,
    children: (slots) =>
      slots.length === 0 ? (
        <Still icon="clock" {...texts.dayFull} />
      ) : (
        <View className="book__slots" {...semantics({ role: 'radiogroup', 'aria-label': texts.slots })}>
          {slots.map((slot) => {
            const isOn = slot.id === store.slotId;
            return (
              <Pressable
                key={slot.id}
                role="radio"
                isChecked={isOn}
                label={texts.slotLabel(hoursText(slot), wayNames[slot.way], slot.officerName)}
                className={`book__slot ${isOn ? 'book__slot--on' : ''}`}
                onPress={() => store.choose(slot.id)}
              >
                <View className="book__time">{timeText(slot.startsAt)}</View>
                <View className="book__who">{`${wayNames[slot.way]} · ${slot.officerName}`}</View>
              </Pressable>
            );
          })}
        </View>
      ),
  });
});

/** Where the chosen one is, and what one wants to ask. */
const Chosen = observer(({ store }: StoreProps) => {
  const { slot } = store;
  if (!slot) return null;
  return (
    <View className="card book__part">
      {slot.place ? <Notice icon="pin">{slot.place}</Notice> : null}
      <LongTextField
        label={texts.note}
        value={store.note}
        maxLength={consultationLimits.noteLength}
        placeholder={texts.notePlaceholder}
        hint={texts.noteHint}
        onChange={store.write}
      />
    </View>
  );
});

const Choice = observer(({ store }: StoreProps) => {
  const { offer, offers } = store;
  if (!offer) return <Still icon="calendar" {...texts.empty} />;
  const items = offers.data?.items ?? [];
  return (
    <>
      {offers.data?.left === 0 ? (
        <Notice icon="info" tone="warn" hint={texts.noneLeftHint}>
          {texts.noneLeft}
        </Notice>
      ) : null}
      <View className="card book__part">
        <Heading level={2}>{texts.department}</Heading>
        <Chips
          label={texts.department}
          value={offer.department.id}
          options={items.map(({ department }) => ({ value: department.id, text: department.name }))}
          onChange={(id) => void store.chooseDepartment(id)}
        />
        {offer.topics.length > 0 ? (
          <View className="hint">{offer.topics.map(({ name }) => name).join('、')}</View>
        ) : null}
      </View>
      <View className="card book__part">
        <Heading level={2}>{texts.day}</Heading>
        <Days store={store} />
        <Heading level={2}>{texts.slots}</Heading>
        <Slots store={store} />
      </View>
      <Chosen store={store} />
    </>
  );
});

const Dock = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const { slot, offers } = store;
  if (!store.offer) return null;
  const book = async () => {
    const done = await store.book();
    if (!done) return;
    device.feedback.toast(texts.booked);
    device.navigation.replace(consultationRoutes.detail.to({ id: done.id }));
  };
  const when = slot ? `${dateText(dayOf(slot.startsAt))} ${timeText(slot.startsAt)}` : '';
  return (
    <>
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={slot ? texts.book(when) : texts.choose}
        isDisabled={!slot || offers.data?.left === 0}
        isWorking={store.working.isWorking}
        onPress={() => void book()}
      />
    </>
  );
});

function Book() {
  const root = useRootStore();
  const { requestId, department } = consultationRoutes.book.parse(useRouter().params);
  const [store] = useState(() => new BookStore(root, requestId ?? null, department ?? null));
  const load = () => {
    if (root.sessions.isSignedIn) void store.load();
  };
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title} dock={<Dock store={store} />}>
      <View className="book">
        <View className="hint">{requestId ? texts.aboutRequest : texts.lead}</View>
        <View className="card link-rows">
          <LinkRow
            icon="calendar"
            text={texts.mine}
            onPress={() => root.device.navigation.to(consultationRoutes.mine.to())}
          />
        </View>
        {remoteView({
          remote: store.offers,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: () => <Choice store={store} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(Book);
