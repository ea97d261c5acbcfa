import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { ManagedActivity } from '../../../contract/activity-desk';
import { useRootStore } from '../../root-store';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { activityKindTexts, activityStateTexts } from '../activity-text';
import { pointText, spanText } from '../when-text';
import { countsText } from './activity-line';
import { AfterPart } from './after-part';
import { audienceTexts } from './edit-texts';
import { ruleText, viewTexts as texts } from './texts';
import { ViewActions } from './view-actions';
import { ActivityViewStore } from './view-store';

interface ActivityViewProps {
  communityId: string;
  activityId: string;
  /** Another one: it is read again. */
  turn: number;
  onChanged: () => void;
}

const pointOf = (instant: string | null) => instant && pointText(instant);

const factsOf = (activity: ManagedActivity) =>
  [
    [texts.kind, activityKindTexts[activity.kind]],
    [texts.when, spanText(activity.startsAt, activity.endsAt)],
    [
      texts.series,
      activity.series &&
        texts.seriesText(ruleText(activity.series.rule), activity.series.ordinal, activity.series.count),
    ],
    [texts.where, activity.place.text],
    [texts.window, texts.windowText(pointOf(activity.signUpFrom), pointOf(activity.signUpUntil))],
    [texts.audience, audienceTexts[activity.audience]],
    [texts.leader, activity.leader?.nickname ?? texts.noLeader],
    [texts.department, activity.department],
    [texts.minimum, activity.minimum !== null && texts.minimumText(activity.minimum)],
    [texts.hours, activity.hoursPlanned !== null && texts.hoursText(String(activity.hoursPlanned))],
    [texts.questions, activity.questions.length > 0 && texts.questionsText(activity.questions.length)],
    [texts.risk, activity.riskNotice],
    [texts.insurance, activity.insuranceText],
  ].flatMap(([name, value]) => (name && value ? [[name, value] as const] : []));

function Facts({ activity }: { activity: ManagedActivity }) {
  return (
    <View className="activity-view__facts">
      {factsOf(activity).map(([name, value]) => (
        <View key={name} className="activity-view__fact">
          <View className="activity-view__name">{name}</View>
          <View className="activity-view__value">{value}</View>
        </View>
      ))}
    </View>
  );
}

const Body = observer(({ store, activity }: { store: ActivityViewStore; activity: ManagedActivity }) => {
  const { title, state, description, cancelReason } = activity;
  const { text, tone } = activityStateTexts[state];
  return (
    <>
      <View className="card activity-view">
        <View>
          <View className="activity-line__top">
            <Heading level={2}>{title}</Heading>
            <Tag text={text} tone={tone} />
          </View>
          {state === 'draft' ? null : <View className="activity-line__counts">{countsText(activity)}</View>}
        </View>
        {cancelReason ? (
          <Notice icon="warning" tone="danger" hint={cancelReason}>
            {texts.cancelled}
          </Notice>
        ) : null}
        <Facts activity={activity} />
        {description ? <View className="activity-view__about">{description}</View> : null}
        <FailureNotice working={store.working} />
        <ViewActions store={store} activity={activity} />
      </View>
      <AfterPart store={store} activity={activity} />
    </>
  );
});

/** The whole of an activity: beside the list where there is room, below its row on a phone. */
export const ActivityView = observer(({ communityId, activityId, turn, onChanged }: ActivityViewProps) => {
  const root = useRootStore();
  const [store] = useState(() => new ActivityViewStore(root, { communityId, activityId }, onChanged));
  useEffect(() => void store.load(), [store, turn]);
  return (
    <View className="activity-view__all">
      {remoteView({
        remote: store.activity,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: (activity) => <Body store={store} activity={activity} />,
      })}
    </View>
  );
});
