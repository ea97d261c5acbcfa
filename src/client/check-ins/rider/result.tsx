import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { homeRoutes } from '../../home/routes';
import { useRootStore } from '../../root-store';
import { stationRoutes } from '../../stations/routes';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { Still } from '../../ui/state-views';
import { localInstant, momentText } from '../../ui/dates';
import { checkInRoutes } from '../routes';
import { Seal } from '../seal';
import type { LastCheckIn } from '../store';
import { checkInTexts } from '../texts';
import './result.scss';

definePageConfig({ navigationBarTitleText: '签到结果' });

const texts = checkInTexts.result;

interface Outcome {
  kind: 'done' | 'repeat' | 'queued';
  title: string;
  hint: string;
  station: string;
  moment: string;
  stationId: string | null;
}

function outcomeOf(last: LastCheckIn): Outcome {
  if ('queued' in last) {
    const { label, phoneTime, input } = last.queued;
    const moment = momentText(localInstant(phoneTime));
    const stationId = input.stationId ?? null;
    return { kind: 'queued', title: texts.queued, hint: texts.queuedHint, station: label, moment, stationId };
  }
  const { station, occurredAt, isRepeat } = last.checkIn;
  const said = { station: station.name, moment: momentText(occurredAt), stationId: station.id };
  if (isRepeat) return { kind: 'repeat', title: texts.repeat, hint: texts.repeatHint, ...said };
  return { kind: 'done', title: texts.done, hint: texts.thanks, ...said };
}

function Ticket({ outcome }: { outcome: Outcome }) {
  const { kind, title, hint, station, moment } = outcome;
  return (
    <View className={`ticket ticket--${kind}`} {...semantics({ role: 'status', 'aria-live': 'polite' })}>
      <Seal kind={kind} />
      <Heading level={1} className="ticket__title">
        {title}
      </Heading>
      <View className="ticket__hint">{hint}</View>
      <View className="ticket__tear" />
      <View className="ticket__line">
        <Icon name="door" />
        <View>{station}</View>
      </View>
      <View className="ticket__line">
        <Icon name="clock" />
        <View>{moment}</View>
      </View>
    </View>
  );
}

function Result() {
  const { checkIns, device } = useRootStore();
  const { last } = checkIns;
  const goHome = () => device.navigation.toTab(homeRoutes.home.to());
  if (!last) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="stamp"
          title={texts.nothing}
          hint={texts.nothingHint}
          action={{ text: texts.home, onPress: goHome }}
        />
      </Screen>
    );
  }
  const outcome = outcomeOf(last);
  const { stationId } = outcome;
  return (
    <Screen title={texts.title} dock={<ActionButton kind="primary" text={texts.home} onPress={goHome} />}>
      <Ticket outcome={outcome} />
      <View className="check-in-result__next">
        <ActionButton
          icon="history"
          text={texts.mine}
          onPress={() => device.navigation.to(checkInRoutes.mine.to())}
        />
        {stationId ? (
          <ActionButton
            icon="pin"
            text={texts.station}
            onPress={() => device.navigation.to(stationRoutes.detail.to({ id: stationId }))}
          />
        ) : null}
      </View>
    </Screen>
  );
}

export default observer(Result);
