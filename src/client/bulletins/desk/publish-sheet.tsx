import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ManagedBulletin } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { dayAt, dayOf, timeText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Segments } from '../../ui/segments';
import { failureWords } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import type { BulletinSteps } from './steps';
import { stepTexts as texts } from './texts';

interface PublishSheetProps {
  isOpen: boolean;
  bulletin: ManagedBulletin;
  steps: BulletinSteps;
  onDone: (changed: ManagedBulletin | null) => void;
  onClose: () => void;
}

const morning = '09:00';
const dayMs = 86_400_000;

/** The offset of the community's clock, as its times carry it. */
const offsetOf = (instant: string) => /(?:Z|[+-]\d\d:\d\d)$/.exec(instant)?.[0] ?? 'Z';

const Open = observer(({ bulletin, steps, onDone, onClose }: Omit<PublishSheetProps, 'isOpen'>) => {
  const root = useRootStore();
  const { publishAt, changedAt, reminds } = bulletin;
  const [when, setWhen] = useState<'now' | 'later'>(publishAt ? 'later' : 'now');
  const [day, setDay] = useState(() =>
    publishAt ? dayOf(publishAt) : dayAt(new Date(root.parts.clock.now() + dayMs), changedAt),
  );
  const [time, setTime] = useState(publishAt ? timeText(publishAt) : morning);
  const [isReminding, setIsReminding] = useState(reminds);
  const go = async () => {
    const at = `${day}T${time}:00${offsetOf(changedAt)}`;
    const changed =
      when === 'now'
        ? await steps.publish(bulletin, isReminding)
        : await steps.schedule(bulletin, at, isReminding);
    if (changed) root.device.feedback.toast(when === 'now' ? texts.published : texts.scheduled);
    onDone(changed);
  };
  return (
    <BottomSheet
      isOpen
      title={texts.publishTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={when === 'now' ? texts.publishNow : texts.schedule}
            isWorking={steps.isWorking}
            onPress={() => void go()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="bulletin-edit__fields">
        <Segments
          label={texts.when}
          value={when}
          options={[
            { value: 'now', text: texts.now },
            { value: 'later', text: texts.later },
          ]}
          onChange={setWhen}
        />
        {when === 'later' ? (
          <View className="bulletin-edit__pair">
            <WhenField label={texts.day} kind="date" value={day} onChange={setDay} />
            <WhenField label={texts.time} kind="time" value={time} onChange={setTime} />
          </View>
        ) : null}
        <SwitchRow
          text={texts.remind}
          hint={texts.remindHint}
          isOn={isReminding}
          onToggle={() => setIsReminding(!isReminding)}
        />
        {steps.failure ? (
          <Notice icon="warning" tone="danger">
            {failureWords(steps.failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});

/** Now or at a time, and whether everybody is told. Each time it opens it begins with what the bulletin says. */
export const PublishSheet = ({ isOpen, ...props }: PublishSheetProps) =>
  isOpen ? <Open {...props} /> : null;
