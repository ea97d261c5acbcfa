import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { attendanceLimits } from '../../../contract/attendances';
import type { SignUpPause } from '../../../contract/no-shows';
import { companyNames } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { dateText, dayOf, momentText } from '../../ui/dates';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { attendanceRoutes } from '../routes';
import { PausesStore, type Pauses } from './pauses-store';
import { pausesTexts as texts } from './texts';
import './pauses.scss';

definePageConfig({ navigationBarTitleText: '暂停报名的人' });

interface Asked {
  readonly pause: SignUpPause;
  readonly activityId: string;
}

const whoText = ({ company, maskedPhone }: SignUpPause): string =>
  [company && companyNames[company], maskedPhone].filter(Boolean).join(' · ');

interface CardProps {
  pause: SignUpPause;
  /** null: they may only look. */
  onForgive: ((asked: Asked) => void) | null;
}

function Card({ pause, onForgive }: CardProps) {
  const { nickname, avatarUrl, until, noShows } = pause;
  return (
    <View className="card pauses__one">
      <View className="pauses__top">
        <PersonLine nickname={nickname} avatarUrl={avatarUrl} hint={whoText(pause)} />
        <Tag text={texts.until(momentText(until))} tone="warn" />
      </View>
      <View className="pauses__missed">
        {noShows.map(({ activityId, title, missedAt }) => (
          <View key={activityId} className="pauses__row">
            <View className="pauses__words">
              <View>{title}</View>
              <View className="hint">{texts.missed(dateText(dayOf(missedAt)))}</View>
            </View>
            {onForgive ? (
              <Pressable
                className="pauses__forgive"
                label={texts.forgiveOf(nickname, title)}
                onPress={() => onForgive({ pause, activityId })}
              >
                {texts.forgive}
              </Pressable>
            ) : null}
          </View>
        ))}
      </View>
    </View>
  );
}

const Rows = observer(({ store, pauses }: { store: PausesStore; pauses: Pauses }) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { items, rules, can } = pauses;
  const ask = (next: Asked | null) => {
    store.working.forget();
    setAsked(next);
  };
  const forgive = async (reason: string) => {
    if (!asked) return;
    const { pause, activityId } = asked;
    const isFree = await store.forgive(pause, activityId, reason);
    if (isFree === null) return;
    device.feedback.toast(isFree ? texts.resumed(pause.nickname) : texts.forgiven(pause.nickname));
    ask(null);
  };
  const empty = rules.isPausing
    ? { title: texts.empty, hint: texts.emptyHint(rules.noShows, rules.windowDays) }
    : { title: texts.off, hint: texts.offHint };
  return (
    <>
      {items.length === 0 ? (
        <Still icon="people" {...empty} />
      ) : (
        <View className="hint">{texts.count(items.length)}</View>
      )}
      {items.map((pause) => (
        <Card
          key={pause.personId}
          pause={pause}
          onForgive={can.forgive && !store.isOwn(pause) ? ask : null}
        />
      ))}
      <ReasonSheet
        isOpen={asked !== null}
        title={texts.forgiveTitle(asked?.pause.nickname ?? '')}
        hint={texts.forgiveHint}
        label={texts.reason}
        placeholder={texts.reasonPlaceholder}
        confirm={texts.forgive}
        suggestions={texts.suggestions}
        maxLength={attendanceLimits.reasonLength}
        isWorking={store.working.isWorking}
        failure={store.working.failure}
        onConfirm={(reason) => void forgive(reason)}
        onClose={() => ask(null)}
      />
    </>
  );
});

function PausesPage() {
  const root = useRootStore();
  const { communityId = '' } = attendanceRoutes.pauses.parse(useRouter().params);
  const [store] = useState(() => new PausesStore(root, communityId));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title}>
      <View className="pauses">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: store.pauses,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (pauses) => <Rows store={store} pauses={pauses} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(PausesPage);
