import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityCalendarPath, type Activity } from '../../../contract/activities';
import { useRootStore } from '../../root-store';
import { stationRoutes } from '../../stations/routes';
import { ActionButton } from '../../ui/action-button';
import { CalendarButton } from '../../ui/calendar-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Photos } from '../../ui/photos';
import { Screen } from '../../ui/screen';
import { ShareButton, useShareCard } from '../../ui/share-page';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { WhereCard } from '../../ui/where-card';
import { visitRoutes } from '../../visits/routes';
import { kindText, standingTag } from '../activity-text';
import { DayLeaf } from '../day-leaf';
import { activityRoutes } from '../routes';
import { spanText } from '../when-text';
import { ActivityStore } from './activity-store';
import './detail.scss';
import { FactsCard, WordsCard } from './facts-card';
import { StepDock } from './step-dock';
import { detailTexts as texts } from './texts';

definePageConfig({
  navigationBarTitleText: '活动',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

const remindMinutes = 60;
const notesLength = 200;

const calendarEntry = ({ id, version, title, startsAt, endsAt, place, description }: Activity) => ({
  id: `activity-${id}`,
  version,
  title,
  startsAt,
  endsAt,
  place: place.text,
  notes: description.slice(0, notesLength),
  remindMinutes,
  path: activityCalendarPath(id),
});

/** What it is passed on as: people ask first when it is. */
const shareCard = ({ id, title, startsAt, endsAt, cover }: Activity) => ({
  title: texts.shareTitle(title, spanText(startsAt, endsAt)),
  path: activityRoutes.detail.to({ id }),
  picture: cover?.url ?? null,
});

function Head({ activity }: { activity: Activity }) {
  const { kind, title, startsAt, isVolunteering } = activity;
  const { text, tone } = standingTag(activity);
  return (
    <View className="activity__head">
      <DayLeaf at={startsAt} isVolunteering={isVolunteering} />
      <View className="activity__names">
        <Heading level={1}>{title}</Heading>
        <View className="activity__tags">
          <Tag text={text} tone={tone} />
          <View className="hint">{kindText(kind)}</View>
        </View>
      </View>
    </View>
  );
}

/** One's own place, with what can be done about it. */
const Mine = observer(({ activity }: { activity: Activity }) => {
  const { device } = useRootStore();
  const { mine, can, id, kind, state } = activity;
  if (!mine || state !== 'published') return null;
  const isGoing = mine.state === 'going';
  return (
    <View className={`card activity__mine ${isGoing ? 'activity__mine--going' : ''}`}>
      <View className="activity__mine-top">
        <Icon name={isGoing ? 'check' : 'clock'} />
        <Heading level={2}>{isGoing ? texts.going : texts.inLine(mine.waitPlace)}</Heading>
      </View>
      <View>{isGoing ? texts.goingHint : texts.inLineHint}</View>
      {isGoing ? <CalendarButton entry={calendarEntry(activity)} /> : null}
      {isGoing && kind === 'elder_visit' ? (
        <ActionButton
          icon="list"
          text={texts.visitSheet}
          onPress={() => device.navigation.to(visitRoutes.sheet.to({ activityId: id }))}
        />
      ) : null}
      {can.changeAnswers && activity.questions.length > 0 ? (
        <ActionButton
          text={texts.change}
          onPress={() => device.navigation.to(activityRoutes.signUp.to({ id, change: '1' }))}
        />
      ) : null}
    </View>
  );
});

const Where = observer(({ activity }: { activity: Activity }) => {
  const { device } = useRootStore();
  const { place, title } = activity;
  const { station, text, position } = place;
  return (
    <>
      {position ? (
        <WhereCard place={{ name: station?.name ?? title, address: text, position, phone: null }} />
      ) : (
        <WordsCard title={texts.where} words={text} />
      )}
      {station ? (
        <View className="card link-rows">
          <LinkRow
            icon="pin"
            text={station.name}
            hint={texts.openStation}
            onPress={() => device.navigation.to(stationRoutes.detail.to({ id: station.id }))}
          />
        </View>
      ) : null}
    </>
  );
});

const Pictures = observer(({ photos, label }: { photos: Activity['photos']; label: string }) => {
  const { web } = useRootStore().device;
  return (
    <Photos
      label={label}
      onOpen={(index) => web.showPicture(photos[index]?.url ?? '')}
      photos={photos.map(({ url }, index) => ({ url: web.urlOf(url), alt: texts.photoAlt(index + 1) }))}
    />
  );
});

const Leave = observer(({ store, activity }: { store: ActivityStore; activity: Activity }) => {
  const { device } = useRootStore();
  const [isAsked, setIsAsked] = useState(false);
  const isGoing = activity.mine?.state === 'going';
  const leave = async () => {
    setIsAsked(false);
    if (await store.cancel()) device.feedback.toast(isGoing ? texts.cancelled : texts.left);
  };
  return (
    <View>
      {activity.can.cancel ? (
        <ActionButton
          kind="quiet"
          text={isGoing ? texts.cancel : texts.leaveWaitlist}
          isWorking={store.working.isWorking}
          onPress={() => setIsAsked(true)}
        />
      ) : null}
      <ConfirmSheet
        isOpen={isAsked}
        title={isGoing ? texts.cancelTitle : texts.leaveTitle}
        hint={isGoing ? texts.cancelHint : texts.leaveHint}
        confirm={isGoing ? texts.cancel : texts.leaveWaitlist}
        onConfirm={() => void leave()}
        onClose={() => setIsAsked(false)}
      />
    </View>
  );
});

const Body = observer(({ store, activity }: { store: ActivityStore; activity: Activity }) => {
  const { photos, afterPhotos, description, riskNotice, insuranceText, state, cancelReason } = activity;
  return (
    <View className="activity">
      <Head activity={activity} />
      {state === 'cancelled' ? (
        <Notice icon="warning" tone="danger" {...(cancelReason && { hint: cancelReason })}>
          {texts.cancelledTitle}
        </Notice>
      ) : null}
      <Mine activity={activity} />
      {afterPhotos.length > 0 ? (
        <View className="card activity-words">
          <Heading level={2}>{texts.after}</Heading>
          <Pictures photos={afterPhotos} label={texts.after} />
          <View className="hint">{texts.afterHint}</View>
        </View>
      ) : null}
      <Pictures photos={photos} label={texts.photos} />
      <FactsCard activity={activity} />
      <Where activity={activity} />
      {description ? <WordsCard title={texts.about} words={description} /> : null}
      {riskNotice ? <WordsCard title={texts.risk} words={riskNotice} isWarning /> : null}
      {insuranceText ? <WordsCard title={texts.insurance} words={insuranceText} /> : null}
      {state === 'published' ? <ShareButton text={texts.share} card={shareCard(activity)} /> : null}
      <Leave store={store} activity={activity} />
    </View>
  );
});

function ActivityDetail() {
  const root = useRootStore();
  const { id = '' } = activityRoutes.detail.parse(useRouter().params);
  const [store] = useState(() => new ActivityStore(root, id));
  useDidShow(() => {
    store.working.forget();
    void store.load();
  });
  const { activity } = store;
  useShareCard(activity.data && shareCard(activity.data));
  return (
    <Screen
      title={texts.title}
      dock={activity.data ? <StepDock store={store} activity={activity.data} /> : null}
    >
      {remoteView({
        remote: activity,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (data) => <Body store={store} activity={data} />,
      })}
    </Screen>
  );
}

export default observer(ActivityDetail);
