import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { serviceLimits, type ServiceSummary } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import type { MyServiceStore } from './mine-store';
import { mineTexts as texts } from './texts';

interface SheetProps {
  store: MyServiceStore;
  start: string;
  onClose: () => void;
}

/** The real name: what it is for stands before it is asked for. */
const NameSheet = observer(({ store, start, onClose }: SheetProps) => {
  const { device } = useRootStore();
  const [name, setName] = useState(start);
  const done = (isDone: boolean, words: string) => {
    if (!isDone) return;
    device.feedback.toast(words);
    onClose();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.nameTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.nameAgree}
            isWorking={store.working.isWorking}
            isDisabled={name.trim() === ''}
            onPress={() => void store.setName(name).then((isDone) => done(isDone, texts.nameSaved))}
          />
          {start ? (
            <ActionButton
              text={texts.nameRemove}
              icon="trash"
              onPress={() => void store.removeName().then((isDone) => done(isDone, texts.nameRemoved))}
            />
          ) : null}
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="my-service__part">
        <View>{texts.nameHint}</View>
        <TextField
          label={texts.nameLabel}
          value={name}
          maxLength={serviceLimits.nameLength}
          onChange={setName}
        />
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});

const SkillsSheet = observer(({ store, start, onClose }: SheetProps) => {
  const { device } = useRootStore();
  const [skills, setSkills] = useState(start);
  const save = async () => {
    if (!(await store.setSkills(skills))) return;
    device.feedback.toast(texts.skillsSaved);
    onClose();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.skillsTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.save}
            isWorking={store.working.isWorking}
            onPress={() => void save()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="my-service__part">
        <TextField
          label={texts.skillsLabel}
          value={skills}
          hint={texts.skillsHint}
          maxLength={serviceLimits.skills * (serviceLimits.skillLength + 1)}
          onChange={setSkills}
        />
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});

/** Who one is as a volunteer, in the community's eyes. */
export const ProfileCard = observer(
  ({ store, summary }: { store: MyServiceStore; summary: ServiceSummary }) => {
    const [open, setOpen] = useState<'name' | 'skills' | null>(null);
    const { volunteer } = summary;
    const close = () => setOpen(null);
    const skills = volunteer?.skills.join('、') ?? '';
    return (
      <View className="card my-service__part">
        <Heading level={2}>{texts.profile}</Heading>
        <View className="service-fact">
          <View className="service-fact__name">{texts.number}</View>
          <View className="service-fact__value">{volunteer?.number ?? texts.noNumber}</View>
        </View>
        <LinkRow
          icon="person"
          text={volunteer?.name ?? texts.changeName}
          hint={volunteer?.name ? texts.name : texts.noName}
          onPress={() => setOpen('name')}
        />
        <LinkRow
          icon="star"
          text={skills || texts.changeSkills}
          hint={skills ? texts.skills : texts.noSkills}
          onPress={() => setOpen('skills')}
        />
        {open === 'name' ? <NameSheet store={store} start={volunteer?.name ?? ''} onClose={close} /> : null}
        {open === 'skills' ? <SkillsSheet store={store} start={skills} onClose={close} /> : null}
      </View>
    );
  },
);
