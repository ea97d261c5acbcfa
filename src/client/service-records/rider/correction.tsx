import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import {
  durationText,
  serviceLimits,
  type ServiceCorrection,
  type ServiceRecord,
} from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { dateText, instantText } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LongTextField } from '../../ui/long-text-field';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { TextField } from '../../ui/text-field';
import { serviceRoutes } from '../routes';
import { correctionNames, correctionTones, gradeNames, serviceKindNames } from '../service-text';
import { CorrectionStore } from './correction-store';
import { correctionTexts as texts, mineTexts } from './texts';
import './mine.scss';
import './correction.scss';

definePageConfig({ navigationBarTitleText: '服务记录' });

interface StoreProps {
  store: CorrectionStore;
}

function Facts({ record }: { record: ServiceRecord }) {
  const { content, kind, servedOn, place, recorder, minutes, grade, gradeWords, isByPlan } = record;
  const facts = [
    [texts.date, dateText(servedOn)],
    [texts.place, place],
    [texts.recorder, recorder ?? ''],
    [texts.grade, grade ? [gradeNames[grade], gradeWords].filter(Boolean).join('：') : texts.noGrade],
  ] as const;
  return (
    <View className="card my-service__part">
      <Heading level={2}>{content}</Heading>
      <View className="hint">{serviceKindNames[kind]}</View>
      <View className="service-time">{durationText(minutes)}</View>
      {isByPlan ? <View className="hint">{mineTexts.byPlan}</View> : null}
      {facts.map(([name, value]) =>
        value ? (
          <View key={name} className="service-fact">
            <View className="service-fact__name">{name}</View>
            <View className="service-fact__value">{value}</View>
          </View>
        ) : null,
      )}
    </View>
  );
}

const Asked = observer(({ store, correction }: StoreProps & { correction: ServiceCorrection }) => {
  const { device } = useRootStore();
  const [isAsked, setIsAsked] = useState(false);
  const { state, proposedMinutes, reason, reply, askedAt } = correction;
  const withdraw = async () => {
    setIsAsked(false);
    if (await store.withdraw()) device.feedback.toast(texts.withdrawn);
  };
  return (
    <View className="card my-service__part">
      <View className="service-row__tags">
        <Tag text={correctionNames[state]} tone={correctionTones[state]} />
      </View>
      <View>{texts.proposed(durationText(proposedMinutes))}</View>
      {reason ? <View className="service-words">{reason}</View> : null}
      <View className="hint">{texts.asked(instantText(askedAt))}</View>
      {reply ? <View className="service-words">{texts.reply(reply)}</View> : null}
      {state === 'asked' ? (
        <>
          <View className="hint">{texts.running}</View>
          <FailureNotice working={store.working} />
          <ActionButton
            text={texts.withdraw}
            isWorking={store.working.isWorking}
            onPress={() => setIsAsked(true)}
          />
        </>
      ) : null}
      <ConfirmSheet
        isOpen={isAsked}
        title={texts.withdrawAsk}
        hint={texts.withdrawHint}
        confirm={texts.withdraw}
        onConfirm={() => void withdraw()}
        onClose={() => setIsAsked(false)}
      />
    </View>
  );
});

const Wish = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const { draft, hasTyped, proposed, isSame } = store;
  const send = async () => {
    if (await store.ask()) device.feedback.toast(texts.sent);
  };
  const wrong = isSame ? texts.same : hasTyped && proposed === null ? texts.wrong : null;
  return (
    <View className="card my-service__part">
      <Heading level={2}>{texts.ask}</Heading>
      <View className="hint">{texts.askHint}</View>
      <View className="service-pair">
        <TextField
          label={texts.hours}
          type="number"
          value={draft.hours}
          maxLength={2}
          error={wrong}
          onChange={(hours) => store.write({ hours })}
        />
        <TextField
          label={texts.minutes}
          type="number"
          value={draft.minutes}
          maxLength={2}
          onChange={(minutes) => store.write({ minutes })}
        />
      </View>
      <LongTextField
        label={texts.reason}
        value={draft.reason}
        maxLength={serviceLimits.reasonLength}
        placeholder={texts.reasonPlaceholder}
        onChange={(reason) => store.write({ reason })}
      />
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={texts.send}
        isWorking={store.working.isWorking}
        isDisabled={!store.canSend}
        onPress={() => void send()}
      />
    </View>
  );
});

function CorrectionPage() {
  const root = useRootStore();
  const { id = '' } = serviceRoutes.correction.parse(useRouter().params);
  const [store] = useState(() => new CorrectionStore(root, id));
  const load = () => void store.load();
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="my-service">
        {remoteView({
          remote: store.record,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (record) => (
            <>
              <Facts record={record} />
              {record.correction ? <Asked store={store} correction={record.correction} /> : null}
              {record.can.askCorrection ? <Wish store={store} /> : null}
              {!record.can.askCorrection && record.correction?.state !== 'asked' ? (
                <View className="hint">{texts.late}</View>
              ) : null}
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(CorrectionPage);
