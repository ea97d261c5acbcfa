import { observer } from 'mobx-react';
import type { ConsultationHours } from '../../../contract/consultation-desk';
import { consultationLimits } from '../../../contract/consultations';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { ReasonSheet } from '../../ui/reason-sheet';
import type { HoursStore } from './hours-store';
import { dayTexts, hoursTexts as texts } from './texts';

interface EndSheetProps {
  store: HoursStore;
  hours: ConsultationHours;
  isOpen: boolean;
  onEnd: () => void;
  onClose: () => void;
}

/** Asks before hours are over for good; whoever has an appointment is told why. */
export const EndSheet = observer(({ store, hours, isOpen, onEnd, onClose }: EndSheetProps) => {
  const { isWorking, failure } = store.working;
  if (hours.booked === 0 && !store.isInTheWay)
    return (
      <ConfirmSheet
        isOpen={isOpen}
        title={texts.endTitle}
        hint={texts.endHint}
        confirm={texts.end}
        onConfirm={onEnd}
        onClose={onClose}
      />
    );
  return (
    <ReasonSheet
      isOpen={isOpen}
      title={texts.endTitle}
      hint={hours.booked > 0 ? texts.endBooked(hours.booked) : texts.endSomeBooked}
      label={texts.callOffReason}
      placeholder={texts.callOffPlaceholder}
      suggestions={dayTexts.reasons}
      confirm={texts.endConfirm}
      maxLength={consultationLimits.reasonLength}
      isWorking={isWorking}
      failure={failure}
      onConfirm={(reason) => {
        store.writeReason(reason);
        onEnd();
      }}
      onClose={onClose}
    />
  );
});
