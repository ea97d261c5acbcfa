import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { durationText, honourKinds, serviceLimits, type Honour } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { dateText } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Panes } from '../../ui/panes';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { TextField } from '../../ui/text-field';
import { WhenField } from '../../ui/when-field';
import { serviceRoutes } from '../routes';
import { honourNames, serviceKindNames } from '../service-text';
import { volunteerTexts as texts } from './texts';
import { VolunteerStore, type VolunteerFile } from './volunteer-store';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '志愿者档案' });

interface StoreProps {
  store: VolunteerStore;
}

const Add = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const { draft } = store;
  const add = async () => {
    if (await store.add()) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card service-desk__card">
      <Heading level={2}>{texts.addTitle}</Heading>
      <Segments
        label={texts.kind}
        value={draft.kind}
        options={honourKinds.map((value) => ({ value, text: honourNames[value] }))}
        onChange={(kind) => store.write({ kind })}
      />
      <TextField
        label={texts.name}
        value={draft.title}
        placeholder={texts.namePlaceholder}
        maxLength={serviceLimits.titleLength}
        onChange={(title) => store.write({ title })}
      />
      <TextField
        label={texts.givenBy}
        value={draft.givenBy}
        maxLength={serviceLimits.issuerLength}
        onChange={(givenBy) => store.write({ givenBy })}
      />
      <WhenField
        label={texts.givenOn}
        kind="date"
        value={draft.givenOn}
        onChange={(givenOn) => store.write({ givenOn })}
      />
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={texts.save}
        isWorking={store.working.isWorking}
        isDisabled={!store.canSend}
        onPress={() => void add()}
      />
    </View>
  );
});

const Honours = observer(
  ({ store, honours, canChange }: StoreProps & { honours: readonly Honour[]; canChange: boolean }) => {
    const { device } = useRootStore();
    const [removing, setRemoving] = useState<Honour | null>(null);
    const remove = async () => {
      const one = removing;
      setRemoving(null);
      if (one && (await store.remove(one.id))) device.feedback.toast(texts.removed);
    };
    return (
      <View className="card service-desk__card">
        <Heading level={2}>{texts.honours}</Heading>
        {honours.length === 0 ? <View className="hint">{texts.none}</View> : null}
        {honours.map((one) => (
          <View key={one.id} className="service-desk__top">
            <Tag text={honourNames[one.kind]} tone={one.kind === 'commendation' ? 'accent' : 'plain'} />
            <View className="service-desk__words">
              <View>{one.title}</View>
              <View className="hint">{`${one.givenBy} · ${dateText(one.givenOn)}`}</View>
            </View>
            {canChange ? (
              <Pressable
                className="service-desk__remove"
                label={texts.removeOf(one.title)}
                onPress={() => setRemoving(one)}
              >
                <Icon name="trash" />
              </Pressable>
            ) : null}
          </View>
        ))}
        <ConfirmSheet
          isOpen={removing !== null}
          title={texts.removeAsk(removing?.title ?? '')}
          hint={texts.removeHint}
          confirm={texts.remove}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(null)}
        />
      </View>
    );
  },
);

/** Who it is, and what they gave. */
function Served({ file: { person, volunteer, total, kinds } }: { file: VolunteerFile }) {
  return (
    <View className="card service-desk__card">
      <Heading level={2}>{person.nickname}</Heading>
      <View className="hint">{volunteer?.number ?? texts.noNumber}</View>
      <View className="service-desk__time">{texts.total(durationText(total.minutes), total.times)}</View>
      {kinds.map(({ kind, minutes }) => (
        <View key={kind} className="service-desk__top">
          <View className="service-desk__words">{serviceKindNames[kind]}</View>
          <View>{durationText(minutes)}</View>
        </View>
      ))}
      {volunteer && volunteer.skills.length > 0 ? (
        <View className="hint">{texts.skills(volunteer.skills.join('、'))}</View>
      ) : null}
    </View>
  );
}

function VolunteerPage() {
  const root = useRootStore();
  const { communityId = '', personId = '' } = serviceRoutes.volunteer.parse(useRouter().params);
  const [store] = useState(() => new VolunteerStore(root, { communityId, personId }));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title} isWide>
      <View className="service-desk">
        {remoteView({
          remote: store.file,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (file) => (
            <Panes
              side={<Served file={file} />}
              main={
                <>
                  <Honours store={store} honours={file.honours} canChange={file.can.addHonour} />
                  {file.can.addHonour ? <Add store={store} /> : null}
                </>
              }
            />
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(VolunteerPage);
