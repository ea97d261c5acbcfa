import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Consultation } from '../../../contract/consultations';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { CalendarButton } from '../../ui/calendar-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { consultationRoutes } from '../routes';
import { spanText, wayNames } from '../when-text';
import { ConsultationStore } from './detail-store';
import { detailTexts as texts, stateNames } from './texts';
import './detail.scss';

definePageConfig({ navigationBarTitleText: '咨询预约' });

function Fact({ name, text, hint }: { name: string; text: string; hint?: string }) {
  return (
    <View className="consultation__fact">
      <View className="hint">{name}</View>
      <View>{text}</View>
      {hint ? <View className="hint">{hint}</View> : null}
    </View>
  );
}

function Facts({ one }: { one: Consultation }) {
  const { state, department, officerName, way, place, topic, note, cancelledBy, reason } = one;
  return (
    <View className="card consultation">
      <View className="consultation__head">
        <Heading level={2}>{spanText(one)}</Heading>
        <Tag text={stateNames[state]} tone={state === 'booked' ? 'good' : 'plain'} />
      </View>
      {cancelledBy ? (
        <Notice icon="info" tone="warn" hint={reason ?? ''}>
          {cancelledBy === 'rider' ? texts.byYou : texts.byOfficer}
        </Notice>
      ) : null}
      <Fact name={texts.with} text={[department.name, officerName].filter(Boolean).join(' · ')} />
      <Fact name={texts.where} text={[wayNames[way], place].filter(Boolean).join(' · ')} />
      {topic ? <Fact name={texts.topic} text={topic.name} /> : null}
      {note ? <Fact name={texts.note} text={note} hint={texts.noteHint} /> : null}
    </View>
  );
}

const Actions = observer(({ store, one }: { store: ConsultationStore; one: Consultation }) => {
  const { device } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const { id, version, startsAt, endsAt, department, place, way } = one;
  if (!one.can.cancel) {
    const again = () => device.navigation.to(consultationRoutes.book.to());
    return <ActionButton text={texts.again} onPress={again} />;
  }
  const cancel = async () => {
    setIsAsking(false);
    if (await store.cancel()) device.feedback.toast(texts.cancelled);
  };
  const entry = {
    ...{ id: `consultation-${id}`, version, startsAt, endsAt, remindMinutes: 60 },
    title: texts.calendar(department.name),
    place: place ?? '',
    notes: wayNames[way],
  };
  return (
    <>
      <Notice icon="bell">{texts.reminded}</Notice>
      <CalendarButton entry={entry} />
      <FailureNotice working={store.working} />
      <ActionButton
        kind="quiet"
        text={texts.cancel}
        isWorking={store.working.isWorking}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.cancelTitle}
        hint={texts.cancelHint}
        confirm={texts.cancel}
        onConfirm={() => void cancel()}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
});

function Detail() {
  const root = useRootStore();
  const { id = '' } = consultationRoutes.detail.parse(useRouter().params);
  const [store] = useState(() => new ConsultationStore(root, id));
  const load = () => {
    if (root.sessions.isSignedIn) void store.load();
  };
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="consultation">
        {remoteView({
          remote: store.one,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (one) => (
            <>
              <Facts one={one} />
              <Actions store={store} one={one} />
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Detail);
