import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import {
  bulletinLimits as limits,
  type BulletinVersion,
  type ManagedBulletin,
} from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { momentText, plainDateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { ReasonSheet } from '../../ui/reason-sheet';
import { failureWords } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { BulletinBody, bodyOf } from '../body';
import { bulletinRoutes } from '../routes';
import { Figures } from './figures';
import type { BulletinListStore } from './list-store';
import { whenText } from './managed-row';
import { PinSheet } from './pin-sheet';
import { PublishSheet } from './publish-sheet';
import { audienceNames, listTexts as texts, reachNames, stateTexts, stepTexts } from './texts';

interface ViewProps {
  store: BulletinListStore;
  bulletin: ManagedBulletin;
}

type Sheet = 'publish' | 'pin' | 'withdraw';

/** What can be done with it now. */
const Actions = observer(({ store, bulletin }: ViewProps) => {
  const { device } = useRootStore();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { steps } = store;
  const { id: bulletinId, communityId, state, can, pinnedUntil } = bulletin;
  const open = (wanted: Sheet) => {
    steps.forgetFailure();
    setSheet(wanted);
  };
  const close = () => setSheet(null);
  const done = async (changed: ManagedBulletin | null) => {
    if (await store.accept(changed)) close();
  };
  const unschedule = async () => {
    if (await store.accept(await steps.schedule(bulletin, null, false)))
      device.feedback.toast(stepTexts.unscheduled);
  };
  const withdraw = async (reason: string) => {
    const changed = await steps.withdraw(bulletin, reason);
    if (changed) device.feedback.toast(stepTexts.withdrawn);
    await done(changed);
  };
  return (
    <View className="bulletin-view__actions">
      {can.publish ? (
        <ActionButton
          kind="primary"
          text={state === 'scheduled' ? texts.reschedule : texts.publish}
          onPress={() => open('publish')}
        />
      ) : null}
      {can.edit ? (
        <ActionButton
          text={texts.edit}
          onPress={() => device.navigation.to(bulletinRoutes.edit.to({ communityId, bulletinId }))}
        />
      ) : null}
      {can.unschedule ? (
        <ActionButton
          text={texts.unschedule}
          isWorking={steps.isWorking && sheet === null}
          onPress={() => void unschedule()}
        />
      ) : null}
      {can.pin ? (
        <ActionButton text={pinnedUntil ? texts.repin : texts.pin} onPress={() => open('pin')} />
      ) : null}
      {can.withdraw ? <ActionButton text={texts.withdraw} onPress={() => open('withdraw')} /> : null}
      <PublishSheet
        isOpen={sheet === 'publish'}
        bulletin={bulletin}
        steps={steps}
        onDone={(changed) => void done(changed)}
        onClose={close}
      />
      <PinSheet
        isOpen={sheet === 'pin'}
        bulletin={bulletin}
        steps={steps}
        onDone={(changed) => void done(changed)}
        onClose={close}
      />
      <ReasonSheet
        isOpen={sheet === 'withdraw'}
        title={stepTexts.withdrawTitle}
        hint={stepTexts.withdrawHint}
        label={stepTexts.withdrawReason}
        placeholder={stepTexts.withdrawPlaceholder}
        confirm={stepTexts.withdrawIt}
        maxLength={limits.reasonLength}
        isWorking={steps.isWorking}
        failure={steps.failure}
        onConfirm={(reason) => void withdraw(reason)}
        onClose={close}
      />
    </View>
  );
});

/** What it said before it was changed, the last first. */
const Versions = observer(({ versions }: { versions: readonly BulletinVersion[] }) => {
  const { device } = useRootStore();
  const [openVersion, setOpenVersion] = useState<number | null>(null);
  if (versions.length === 0) return null;
  return (
    <View className="bulletin-view__versions">
      <Heading level={3}>{texts.versions}</Heading>
      {versions.map(({ version, title, replacedAt, blocks }) => (
        <View key={version} className="bulletin-view__version">
          <ActionButton
            kind="quiet"
            text={texts.version(version, momentText(replacedAt))}
            onPress={() => setOpenVersion(openVersion === version ? null : version)}
          />
          {openVersion === version ? (
            <View className="bulletin-view__old">
              <Heading level={3}>{title}</Heading>
              <BulletinBody blocks={bodyOf(blocks, device.web)} />
            </View>
          ) : null}
        </View>
      ))}
    </View>
  );
});

const Failed = observer(({ store }: { store: BulletinListStore }) => {
  const { failure } = store.steps;
  if (!failure) return null;
  const { title, hint } = failureWords(failure);
  const isOld = failure.kind === 'refused' && failure.current !== undefined;
  return (
    <Notice icon="warning" tone="danger" hint={isOld ? texts.reloaded : hint}>
      {title}
    </Notice>
  );
});

/** The whole of one: beside the list where there is room, below its row on a phone. */
export const BulletinView = observer(({ store, bulletin }: ViewProps) => {
  const { device } = useRootStore();
  const { title, state, audience, reach, pinnedUntil, editedAt, withdrawn, can, photos, blocks } = bulletin;
  const { name, tone } = stateTexts[state];
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  const shown = blocks.map((block) => {
    if (block.type !== 'image') return block;
    const { type, alt, caption, mediaId } = block;
    return { type, alt, caption, photo: byId.get(mediaId) ?? null };
  });
  const isReadOnly = !can.edit && !can.withdraw && state !== 'withdrawn';
  return (
    <View className="card bulletin-view">
      <View className="managed-row__top">
        <Heading level={2}>{title}</Heading>
        <Tag text={name} tone={tone} />
      </View>
      <View className="hint">
        {[
          whenText(bulletin),
          texts.forWhom(audienceNames[audience], reachNames[reach]),
          ...(editedAt ? [texts.edited(momentText(editedAt))] : []),
          ...(pinnedUntil ? [texts.pinned(plainDateText(pinnedUntil))] : []),
        ].join(' · ')}
      </View>
      {withdrawn ? (
        <Notice icon="info" tone="warn">
          {texts.withdrawn(momentText(withdrawn.at), withdrawn.reason)}
        </Notice>
      ) : null}
      <Failed store={store} />
      {isReadOnly ? <View className="hint">{texts.readOnly}</View> : null}
      <Actions store={store} bulletin={bulletin} />
      {store.figures.data && state !== 'draft' ? <Figures figures={store.figures.data} /> : null}
      <View className="bulletin-view__body">
        <BulletinBody blocks={bodyOf(shown, device.web)} />
      </View>
      {store.versions.data ? <Versions versions={store.versions.data} /> : null}
    </View>
  );
});
