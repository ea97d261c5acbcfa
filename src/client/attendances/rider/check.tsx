import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { MyDay } from '../../../contract/attendances';
import { problems } from '../../../contract/http';
import { isRefusedWith, type Failure } from '../../failure';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { AttendanceQueue } from '../attendance-queue';
import { attendanceRoutes } from '../routes';
import { useAttendances } from '../use-attendances';
import { DayCard } from './day-card';
import { DigitsSheet } from './digits-sheet';
import { OutcomeCard } from './outcome-card';
import { checkTexts as texts } from './texts';
import './check.scss';

definePageConfig({ navigationBarTitleText: '活动签到' });

const ScanCard = observer(({ onScanned }: { onScanned: (text: string) => void }) => {
  const { device } = useRootStore();
  const scan = async () => {
    const text = await device.scanner.scan();
    if (text !== null) onScanned(text);
  };
  return (
    <Pressable className="day-check__scan" onPress={() => void scan()}>
      <View className="day-check__scan-picture">
        <Icon name="scan" />
      </View>
      <View className="day-check__scan-words">
        <View className="day-check__scan-title">{texts.scan}</View>
        <View className="day-check__scan-hint">{texts.scanHint}</View>
      </View>
      <Icon name="next" />
    </Pressable>
  );
});

const AskToSignIn = observer(() => {
  const { device } = useRootStore();
  return (
    <Screen title={texts.title}>
      <View className="card day-check__sign-in">
        <Heading level={2}>{texts.signInTitle}</Heading>
        <View className="hint">{texts.signInHint}</View>
        <ActionButton
          kind="primary"
          text={texts.signIn}
          onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
        />
      </View>
    </Screen>
  );
});

function Refused({ failure }: { failure: Failure }) {
  const { title, hint } = failureWords(failure);
  const known = failure.kind === 'refused' ? texts.failures[failure.code] : undefined;
  return (
    <Notice icon="warning" tone="danger" hint={known ?? hint}>
      {title}
    </Notice>
  );
}

interface DaysProps {
  days: readonly MyDay[];
  onType: (day: MyDay) => void;
}

const Days = observer(({ days, onType }: DaysProps) => {
  const { device } = useRootStore();
  const own = days.filter(({ isSignedUp, attendance }) => isSignedUp || attendance);
  const leads = days.some(({ isLeader }) => isLeader);
  return (
    <View className="day-check__days">
      {own.length > 0 ? (
        <>
          <Heading level={2}>{texts.mine}</Heading>
          {own.map((day) => (
            <DayCard key={day.activity.id} day={day} onType={() => onType(day)} />
          ))}
        </>
      ) : (
        <Still icon="calendar" title={texts.none} hint={texts.noneHint} />
      )}
      {leads ? (
        <View className="card link-rows">
          <LinkRow
            icon="flag"
            text={texts.lead}
            hint={texts.leadHint}
            onPress={() => device.navigation.to(attendanceRoutes.today.to())}
          />
        </View>
      ) : null}
    </View>
  );
});

/** What was scanned before the page opened is sent once; its person may have to sign in first. */
function useLanding(code: string | null): boolean {
  const store = useAttendances();
  const [isLanding, setIsLanding] = useState(code !== null);
  useEffect(() => {
    store.forgetLast();
    if (code !== null) void store.scan(code).finally(() => setIsLanding(false));
    // Once for what was scanned before the page opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return isLanding;
}

function Check() {
  const { sessions, settings } = useRootStore();
  const store = useAttendances();
  const { code, q } = attendanceRoutes.check.parse(useRouter().params);
  const isLanding = useLanding(code ? `/q/${code}` : (q ?? null));
  const [typing, setTyping] = useState<MyDay | null>(null);
  const load = () => void store.loadDays();
  useDidShow(load);
  useEffect(() => void store.loadDays(), [store, sessions.me?.id]);
  const { failure, last } = store;
  if (isLanding || (store.isWorking && !typing))
    return (
      <Screen title={texts.title}>
        <Still icon="stamp" title={texts.landing} hint={texts.landingHint} />
      </Screen>
    );
  if (!sessions.isSignedIn)
    return isRefusedWith(failure, problems.unauthenticated.code) ? (
      <AskToSignIn />
    ) : (
      <SignInFirst title={texts.title} />
    );
  const isTold =
    failure !== null && typing === null && !isRefusedWith(failure, problems.unauthenticated.code);
  return (
    <Screen title={texts.title} dock={isTold ? <Refused failure={failure} /> : null}>
      <View className="day-check">
        {last ? <OutcomeCard last={last} onClose={store.forgetLast} /> : null}
        <ScanCard onScanned={(text) => void store.scan(text)} />
        <AttendanceQueue queue={store.scans} />
        {remoteView({
          remote: store.days,
          onRetry: load,
          isOnline: settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (days) => <Days days={days} onType={setTyping} />,
        })}
      </View>
      <DigitsSheet day={typing} onClose={() => setTyping(null)} />
    </Screen>
  );
}

export default observer(Check);
