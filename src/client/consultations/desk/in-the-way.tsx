import { observer } from 'mobx-react';
import { consultationLimits } from '../../../contract/consultations';
import { FailureNotice } from '../../ui/failure-notice';
import { LongTextField } from '../../ui/long-text-field';
import type { HoursStore } from './hours-store';
import { hoursTexts as texts } from './texts';

/** Why it did not work; where somebody has an appointment, what they are to be told. */
export const InTheWay = observer(({ store }: { store: HoursStore }) => (
  <>
    <FailureNotice working={store.working} />
    {store.isInTheWay || store.reason ? (
      <LongTextField
        label={texts.callOffReason}
        value={store.reason}
        maxLength={consultationLimits.reasonLength}
        placeholder={texts.callOffPlaceholder}
        onChange={store.writeReason}
      />
    ) : null}
  </>
));
