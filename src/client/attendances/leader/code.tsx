import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { attendanceLimits, type AttendanceKind } from '../../../contract/attendances';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { momentText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { QrCode } from '../../ui/qr-code';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { semantics } from '../../ui/semantics';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { attendanceRoutes } from '../routes';
import { useAttendances } from '../use-attendances';
import { CodeStore } from './code-store';
import { ListStore } from './list-store';
import { codeTexts as texts } from './texts';
import './code.scss';

definePageConfig({ navigationBarTitleText: '签到码' });

interface StoreProps {
  store: CodeStore;
}

const kinds: readonly { value: AttendanceKind; text: string }[] = [
  { value: 'in', text: texts.kinds.in },
  { value: 'out', text: texts.kinds.out },
];

const Code = observer(({ store }: StoreProps) => {
  const { settings } = useRootStore();
  const { shown, secondsLeft, kind } = store;
  if (!shown) return null;
  const left = (secondsLeft / attendanceLimits.codeSeconds) * 100;
  return (
    <View className={`card day-code day-code--${kind}`}>
      <Heading level={2}>{texts.lead[kind]}</Heading>
      <QrCode text={shown.text} label={texts.qrAlt[kind]} />
      <View className="day-code__typed">
        <View className="hint">{texts.digits}</View>
        <View className="day-code__digits" {...semantics({ 'aria-label': texts.digitsLabel(shown.digits) })}>
          {`${shown.digits.slice(0, 3)} ${shown.digits.slice(3)}`}
        </View>
      </View>
      <View className="day-code__clock">
        <View className="day-code__bar">
          <View className="day-code__left" style={{ width: `${left}%` }} />
        </View>
        <View className="day-code__seconds">{texts.refreshIn(secondsLeft)}</View>
      </View>
      <View className="hint day-code__hint">
        {settings.isOnline ? null : <Icon name="offline" />}
        <View>{settings.isOnline ? texts.online : texts.offline}</View>
      </View>
    </View>
  );
});

/** Instead of a code: it is not the time, it is being made, or there never was one. */
const NoCode = observer(({ store }: StoreProps) => {
  const { failure, code, when } = store;
  const again = { text: uiTexts.retry, icon: 'retry', onPress: () => void store.renew() } as const;
  if (code && when === 'soon')
    return <Still icon="clock" title={texts.notOpen(momentText(code.opensAt))} hint={texts.online} />;
  if (code && when === 'over') return <Still icon="clock" title={texts.over} hint="" />;
  if (failure?.kind === 'offline')
    return <Still icon="offline" title={texts.none} hint={texts.noneHint} action={again} />;
  if (failure) {
    const { title, hint } = failureWords(failure);
    return <Still icon="warning" title={title} hint={hint} action={again} />;
  }
  return (
    <View className="card day-code">
      <View className="day-code__making">{texts.making}</View>
      <LoadingRows count={1} />
    </View>
  );
});

const Counts = observer(({ list }: { list: ListStore }) => {
  const { shown } = list;
  if (!shown) return null;
  const { came, expected, left } = shown.counts;
  return (
    <View className="day-codes__counts" {...semantics({ role: 'status' })}>
      <View>{texts.counts(came, expected)}</View>
      {left > 0 ? <View>{texts.leftCount(left)}</View> : null}
    </View>
  );
});

function useCode(communityId: string, activityId: string) {
  const root = useRootStore();
  const attendances = useAttendances();
  const [store] = useState(() => new CodeStore(root, attendances, { communityId, activityId }));
  const [list] = useState(() => new ListStore(root, attendances, { communityId, activityId }));
  const start = () => {
    store.start();
    list.start();
  };
  const stop = () => {
    store.stop();
    list.stop();
  };
  const personId = root.sessions.me?.id;
  const { isOnline } = root.settings;
  useDidShow(start);
  useEffect(() => {
    if (personId !== undefined) store.start();
  }, [store, personId]);
  useEffect(() => {
    if (isOnline && store.failure) void store.renew();
  }, [store, isOnline]);
  useDidHide(stop);
  useUnload(stop);
  return { store, list };
}

function CodePage() {
  const { device, sessions } = useRootStore();
  const { communityId = '', id = '' } = attendanceRoutes.code.parse(useRouter().params);
  const { store, list } = useCode(communityId, id);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const title = list.shown?.activity.title;
  return (
    <Screen title={texts.title}>
      <View className="day-codes">
        {title ? <Heading level={2}>{title}</Heading> : null}
        <Segments label={texts.choose} value={store.kind} options={kinds} onChange={store.choose} />
        {store.shown ? <Code store={store} /> : <NoCode store={store} />}
        <Counts list={list} />
        <ActionButton
          icon="list"
          text={texts.list}
          onPress={() => device.navigation.to(attendanceRoutes.list.to({ communityId, id }))}
        />
      </View>
    </Screen>
  );
}

export default observer(CodePage);
