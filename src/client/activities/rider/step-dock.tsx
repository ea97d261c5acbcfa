import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Activity } from '../../../contract/activities';
import { memberRoutes } from '../../members/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { activityRoutes } from '../routes';
import { pointText } from '../when-text';
import type { ActivityStore } from './activity-store';
import { needsForm, stepOf } from './step';
import { detailTexts as texts } from './texts';

interface StepProps {
  store: ActivityStore;
  activity: Activity;
}

/** Why it did not come about, in the cloud's words. */
const Failed = observer(({ store }: { store: ActivityStore }) => {
  const { failure } = store.working;
  if (!failure) return null;
  if (failure.kind === 'offline') {
    return (
      <Notice icon="offline" tone="warn" hint={texts.offlineHint}>
        {texts.offlineTitle}
      </Notice>
    );
  }
  const { title, hint } = failureWords(failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});

const SignUpButton = observer(({ store, activity, text }: StepProps & { text: string }) => {
  const { device } = useRootStore();
  const press = () => {
    if (needsForm(activity)) device.navigation.to(activityRoutes.signUp.to({ id: activity.id }));
    else void store.signUp([], false);
  };
  return (
    <ActionButton
      kind="primary"
      icon="calendar"
      text={text}
      isWorking={store.working.isWorking}
      onPress={press}
    />
  );
});

const Step = observer(({ store, activity }: StepProps) => {
  const { sessions, parts, device } = useRootStore();
  const step = stepOf(activity, { isSignedIn: sessions.isSignedIn, now: parts.clock.now() });
  switch (step) {
    case 'none':
      return null;
    case 'sign_up':
      return <SignUpButton store={store} activity={activity} text={texts.signUp} />;
    case 'waitlist':
      return (
        <>
          <Notice icon="people">{texts.waitlistHint(activity.waiting)}</Notice>
          <SignUpButton store={store} activity={activity} text={texts.waitlist} />
        </>
      );
    case 'sign_in':
      return (
        <ActionButton
          kind="primary"
          text={texts.signIn}
          onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
        />
      );
    case 'soon':
      return (
        <Notice icon="clock">
          {activity.signUpFrom ? texts.closed.soon(pointText(activity.signUpFrom)) : texts.closed.closed}
        </Notice>
      );
    case 'members':
      return (
        <Notice
          icon="people"
          hint={texts.closed.membersHint}
          action={{
            text: texts.closed.join,
            onPress: () => device.navigation.to(memberRoutes.membership.to()),
          }}
        >
          {texts.closed.members}
        </Notice>
      );
    case 'grid_only':
      return <Notice icon="badge">{texts.closed.gridOnly}</Notice>;
    case 'over':
    case 'begun':
    case 'closed':
      return <Notice icon="info">{texts.closed[step]}</Notice>;
  }
});

/** The one thing to do about it, in reach of the thumb, or why there is none. */
export const StepDock = observer((props: StepProps) => (
  <View className="activity__dock">
    <Failed store={props.store} />
    <Step {...props} />
  </View>
));
