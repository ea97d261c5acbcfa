import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { WorkingYear } from '../../../contract/working-days';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { dateText, today, weekdayIndex, weekdays } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { WhenField } from '../../ui/when-field';
import { workingDayRoutes } from '../routes';
import { DaySheet } from './day-sheet';
import { DaysStore } from './days-store';
import { monthOf, type CalendarDay } from './month';
import { daysTexts as texts } from './texts';
import './days.scss';

definePageConfig({ navigationBarTitleText: '工作日历' });

interface StoreProps {
  store: DaysStore;
}

const Hours = observer(({ store, year }: StoreProps & { year: WorkingYear }) => {
  const { device } = useRootStore();
  const [opens, setOpens] = useState(year.hours.opens);
  const [closes, setCloses] = useState(year.hours.closes);
  const isChanged = opens !== year.hours.opens || closes !== year.hours.closes;
  const isWrong = closes <= opens;
  const save = async () => {
    if (await store.setHours(opens, closes)) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card days__part">
      <Heading level={2}>{texts.hours}</Heading>
      <View className="days__hours">
        <WhenField label={texts.opens} kind="time" value={opens} onChange={setOpens} />
        <WhenField
          label={texts.closes}
          kind="time"
          value={closes}
          error={isWrong ? texts.hoursWrong : null}
          onChange={setCloses}
        />
      </View>
      {isChanged ? (
        <ActionButton
          text={texts.saveHours}
          isWorking={store.isWorking}
          isDisabled={isWrong}
          onPress={() => void save()}
        />
      ) : null}
    </View>
  );
});

interface DayProps {
  one: CalendarDay;
  isToday: boolean;
  onChoose: () => void;
}

function Day({ one, isToday, onChoose }: DayProps) {
  const { day, isWorking, special } = one;
  const state = isWorking ? texts.working : texts.free;
  const said = special?.note ?? special?.name ?? '';
  const kinds = [isWorking ? '' : 'days__day--free', isToday ? 'days__day--today' : ''];
  return (
    <Pressable
      className={['days__day', ...kinds].filter(Boolean).join(' ')}
      label={texts.dayLabel(dateText(day), state, said)}
      onPress={onChoose}
    >
      <View className="days__number">{Number(day.slice(8))}</View>
      <View className={`days__mark ${special?.isOwn ? 'days__mark--own' : ''}`}>
        {special ? (isWorking ? texts.workingMark : texts.freeMark) : ''}
      </View>
    </Pressable>
  );
}

const Month = observer(({ store, year }: StoreProps & { year: WorkingYear }) => {
  const { clock } = useRootStore().parts;
  const [chosen, setChosen] = useState<CalendarDay | null>(null);
  const days = monthOf(year, store.shownMonth);
  const now = today(clock.now());
  const before = weekdayIndex(days[0]?.day ?? '');
  const choose = (one: CalendarDay) => {
    store.clearFailure();
    setChosen(one);
  };
  return (
    <View className="card days__part">
      <View className="days__head">
        <Pressable className="days__turn" label={texts.before} onPress={() => void store.turn(-1)}>
          <Icon name="back" />
        </Pressable>
        <Heading level={2}>{`${texts.year(store.shownYear)} ${texts.month(store.shownMonth)}`}</Heading>
        <Pressable className="days__turn" label={texts.after} onPress={() => void store.turn(1)}>
          <Icon name="next" />
        </Pressable>
      </View>
      {year.isArranged ? null : <Notice icon="info">{texts.notArranged}</Notice>}
      <View className="days__grid">
        {weekdays.map((name) => (
          <View key={name} className="days__weekday">
            {name.slice(1)}
          </View>
        ))}
        {Array.from({ length: before }, (_, index) => (
          <View key={`before-${index}`} {...semantics({ 'aria-hidden': true })} />
        ))}
        {days.map((one) => (
          <Day key={one.day} one={one} isToday={one.day === now} onChoose={() => choose(one)} />
        ))}
      </View>
      <View className="hint">{texts.changeHint}</View>
      <DaySheet store={store} chosen={chosen} onClose={() => setChosen(null)} />
    </View>
  );
});

/** What is not as in any other week. */
const Special = observer(({ store, year }: StoreProps & { year: WorkingYear }) => {
  const days = monthOf(year, store.shownMonth).filter(({ special }) => special !== null);
  return (
    <>
      {days.map(({ day, isWorking, special }) => (
        <View key={day} className="days__special">
          <View>{dateText(day)}</View>
          <View>{isWorking ? texts.working : texts.free}</View>
          <View className="hint">
            {[special?.name, special?.isOwn ? texts.own : null, special?.note].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </>
  );
});

function Days() {
  const root = useRootStore();
  const { communityId = '' } = workingDayRoutes.days.parse(useRouter().params);
  const [store] = useState(() => new DaysStore(root, communityId, today(root.parts.clock.now())));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title}>
      <View className="days">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: store.year,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={5} />,
          children: (year) => (
            <>
              <Month store={store} year={year} />
              <Special store={store} year={year} />
              <Hours key={`${year.hours.opens}${year.hours.closes}`} store={store} year={year} />
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Days);
