import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityLimits } from '../../../contract/activities';
import type { ManagedActivity, SeriesScope } from '../../../contract/activity-desk';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { ReasonSheet } from '../../ui/reason-sheet';
import { visitRoutes } from '../../visits/routes';
import { activityRoutes } from '../routes';
import { ScopeSheet } from './scope-sheet';
import { viewTexts as texts } from './texts';
import type { ActivityViewStore } from './view-store';

interface ViewProps {
  store: ActivityViewStore;
  activity: ManagedActivity;
}

/** What is asked before something is done: about which ones of a series, and why. */
type Asked = 'publish' | 'remove' | 'cancel-scope' | 'cancel' | null;

const asks = (title: string) =>
  ({
    publish: {
      title: texts.publishAsk(title),
      hint: texts.publishHint,
      scope: texts.publishScope,
      confirm: texts.publish,
      done: texts.published,
    },
    remove: {
      title: texts.removeAsk(title),
      hint: texts.removeHint,
      scope: texts.removeScope,
      confirm: texts.remove,
      done: texts.removed,
    },
  }) as const;

const Questions = observer(
  ({ store, activity, asked, setAsked }: ViewProps & { asked: Asked; setAsked: (asked: Asked) => void }) => {
    const { device } = useRootStore();
    const [scope, setScope] = useState<SeriesScope>('this');
    const hasSeries = (activity.series?.count ?? 1) > 1;
    const words = asks(activity.title)[asked === 'remove' ? 'remove' : 'publish'];
    const isShort = asked === 'publish' || asked === 'remove';
    const close = () => setAsked(null);
    const act = async (chosen: SeriesScope) => {
      close();
      const isDone = await (asked === 'remove' ? store.remove(chosen) : store.publish(chosen));
      if (isDone) device.feedback.toast(words.done);
    };
    const cancel = async (reason: string) => {
      if (!(await store.cancel(reason, scope))) return;
      close();
      device.feedback.toast(texts.cancelDone);
    };
    return (
      <>
        <ConfirmSheet
          isOpen={isShort && !hasSeries}
          title={words.title}
          hint={words.hint}
          confirm={words.confirm}
          onConfirm={() => void act('this')}
          onClose={close}
        />
        <ScopeSheet
          isOpen={isShort && hasSeries}
          title={words.title}
          hint={words.hint}
          label={words.scope}
          confirm={words.confirm}
          onConfirm={(chosen) => void act(chosen)}
          onClose={close}
        />
        <ScopeSheet
          isOpen={asked === 'cancel-scope'}
          title={texts.cancelTitle}
          hint={texts.cancelScopeHint}
          label={texts.cancelScope}
          confirm={texts.next}
          onConfirm={(chosen) => {
            setScope(chosen);
            setAsked('cancel');
          }}
          onClose={close}
        />
        <ReasonSheet
          isOpen={asked === 'cancel'}
          title={texts.cancelTitle}
          hint={texts.cancelHint}
          label={texts.cancelLabel}
          placeholder={texts.cancelPlaceholder}
          suggestions={texts.cancelReasons}
          confirm={texts.cancel}
          maxLength={activityLimits.reasonLength}
          isWorking={store.working.isWorking}
          failure={store.working.failure}
          onConfirm={(reason) => void cancel(reason)}
          onClose={close}
        />
      </>
    );
  },
);

/** What can be done with it now; what others notice is asked about first. */
export const ViewActions = observer(({ store, activity }: ViewProps) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<Asked>(null);
  const { id: activityId, communityId, can, state } = activity;
  const ask = (what: Asked) => {
    store.working.forget();
    setAsked(what);
  };
  const go = (url: string) => device.navigation.to(url);
  return (
    <View className="activity-view__actions">
      {can.publish ? (
        <ActionButton
          kind="primary"
          icon="check"
          text={texts.publish}
          isWorking={store.working.isWorking}
          onPress={() => ask('publish')}
        />
      ) : null}
      {can.seeSignUps && state !== 'draft' ? (
        <ActionButton
          icon="people"
          text={texts.signUps}
          onPress={() => go(activityRoutes.signUps.to({ communityId, activityId }))}
        />
      ) : null}
      {can.change && activity.kind === 'elder_visit' ? (
        <ActionButton
          icon="shield"
          text={texts.elders}
          onPress={() => go(visitRoutes.elders.to({ communityId, activityId }))}
        />
      ) : null}
      {can.change ? (
        <ActionButton
          text={texts.edit}
          onPress={() => go(activityRoutes.edit.to({ communityId, activityId }))}
        />
      ) : null}
      {state === 'draft' ? null : (
        <ActionButton text={texts.see} onPress={() => go(activityRoutes.detail.to({ id: activityId }))} />
      )}
      <ActionButton
        text={texts.copy}
        onPress={() => go(activityRoutes.edit.to({ communityId, copyOf: activityId }))}
      />
      {can.cancel ? (
        <ActionButton
          kind="quiet"
          text={texts.cancel}
          onPress={() => ask((activity.series?.count ?? 1) > 1 ? 'cancel-scope' : 'cancel')}
        />
      ) : null}
      {can.remove ? (
        <ActionButton kind="quiet" icon="trash" text={texts.remove} onPress={() => ask('remove')} />
      ) : null}
      <Questions store={store} activity={activity} asked={asked} setAsked={setAsked} />
    </View>
  );
});
