import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { GridMembership } from '../../../contract/members';
import type { Membership } from '../../../contract/people';
import { reportRoutes } from '../../reports/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { AreasField } from './areas-field';
import { GridBadge } from './grid-badge';
import type { GridStore } from './grid-store';
import { gridTexts as texts } from './texts';

type Ending = 'withdrawn' | 'paused' | 'left';

const asks: Record<Ending, { title: string; hint: string; confirm: string }> = {
  withdrawn: { title: texts.withdrawAsk, hint: texts.withdrawHint, confirm: texts.withdraw },
  paused: { title: texts.pauseAsk, hint: texts.pauseHint, confirm: texts.pause },
  left: { title: texts.leaveAsk, hint: texts.leaveHint, confirm: texts.leave },
};

/** Changes the state, asking first where it ends something. */
function useEnding(store: GridStore) {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<Ending | null>(null);
  const change = async (state: Ending | 'active') => {
    setAsked(null);
    if (await store.update({ state })) device.feedback.toast(texts.done[state]);
  };
  const sheet = (
    <ConfirmSheet
      isOpen={asked !== null}
      {...asks[asked ?? 'withdrawn']}
      onConfirm={() => {
        if (asked) void change(asked);
      }}
      onClose={() => setAsked(null)}
    />
  );
  return { ask: setAsked, resume: () => void change('active'), sheet };
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="grid-page__fact">
      <View className="grid-page__fact-name">{name}</View>
      <View>{value}</View>
    </View>
  );
}

/** Sent, and not answered yet. */
export const GridWaiting = observer(
  ({ store, membership }: { store: GridStore; membership: GridMembership }) => {
    const { ask, sheet } = useEnding(store);
    const { areas, note, appliedAt } = membership;
    return (
      <>
        <Notice icon="clock" tone="good" hint={texts.waitingHint}>
          {texts.waiting}
        </Notice>
        <View className="card">
          <Fact name={texts.appliedAt} value={instantText(appliedAt)} />
          <Fact name={texts.yourAreas} value={areas.join('、')} />
          {note ? <Fact name={texts.yourNote} value={note} /> : null}
          <ActionButton text={texts.withdraw} isWorking={store.isWorking} onPress={() => ask('withdrawn')} />
        </View>
        {sheet}
      </>
    );
  },
);

const AreasEdit = observer(({ store, areas }: { store: GridStore; areas: readonly string[] }) => {
  const { device } = useRootStore();
  const [edited, setEdited] = useState<readonly string[] | null>(null);
  if (edited === null) return <ActionButton text={texts.areasEdit} onPress={() => setEdited(areas)} />;
  const save = async () => {
    if (!(await store.update({ areas: [...edited] }))) return;
    setEdited(null);
    device.feedback.toast(texts.areasSaved);
  };
  return (
    <View className="card grid-page__form">
      <AreasField areas={edited} places={store.places.data ?? []} onChange={setEdited} />
      <View className="grid-page__actions">
        <ActionButton
          kind="primary"
          text={texts.areasSave}
          isDisabled={edited.length === 0}
          isWorking={store.isWorking}
          onPress={() => void save()}
        />
        <ActionButton kind="quiet" text={texts.cancel} onPress={() => setEdited(null)} />
      </View>
    </View>
  );
});

interface GridMemberProps {
  store: GridStore;
  membership: GridMembership;
  community: Membership;
}

/** One who is a mobile grid member, at work or pausing. */
export const GridMember = observer(({ store, membership, community }: GridMemberProps) => {
  const { sessions, device } = useRootStore();
  const { ask, resume, sheet } = useEnding(store);
  const { number, areas, state } = membership;
  const { communityId } = community;
  const isPaused = state === 'paused';
  return (
    <>
      <GridBadge
        number={number ?? ''}
        nickname={sessions.me?.nickname ?? ''}
        communityName={community.communityName}
        areas={areas}
        isPaused={isPaused}
      />
      {isPaused ? (
        <Heading level={2}>{texts.paused}</Heading>
      ) : (
        <View className="card link-rows">
          <LinkRow
            icon="list"
            text={texts.tasks}
            hint={texts.tasksHint}
            onPress={() => device.navigation.to(reportRoutes.gridTasks.to({ communityId }))}
          />
          <LinkRow
            icon="history"
            text={texts.figures}
            hint={texts.figuresHint}
            onPress={() => device.navigation.to(reportRoutes.gridFigures.to({ communityId }))}
          />
        </View>
      )}
      {isPaused ? (
        <ActionButton kind="primary" text={texts.resume} isWorking={store.isWorking} onPress={resume} />
      ) : null}
      <AreasEdit store={store} areas={areas} />
      {isPaused ? null : <ActionButton text={texts.pause} onPress={() => ask('paused')} />}
      <ActionButton kind="quiet" text={texts.leave} onPress={() => ask('left')} />
      {sheet}
    </>
  );
});
