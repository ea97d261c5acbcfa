import { observer } from 'mobx-react';
import { activityLimits } from '../../../contract/activities';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { SwitchRow } from '../../ui/switch-row';
import { isRiskyKind } from './activity-draft';
import type { ActivityEditStore } from './edit-store';
import { editTexts as texts } from './edit-texts';

/** What can happen and who pays for it: demanded where it is risky. */
export const RiskFields = observer(({ store }: { store: ActivityEditStore }) => {
  const { draft, wrong } = store;
  return (
    <>
      {isRiskyKind(draft.kind) ? (
        <Notice icon="shield" tone="warn">
          {texts.riskKind}
        </Notice>
      ) : (
        <SwitchRow
          text={texts.isRisky}
          hint={texts.isRiskyHint}
          isOn={draft.isRisky}
          onToggle={() => store.write({ isRisky: !draft.isRisky })}
        />
      )}
      <LongTextField
        label={texts.riskNotice}
        placeholder={texts.riskPlaceholder}
        value={draft.riskNotice}
        maxLength={activityLimits.riskLength}
        error={wrong['riskNotice'] ?? null}
        onChange={(riskNotice) => store.write({ riskNotice })}
      />
      <LongTextField
        label={texts.insurance}
        placeholder={texts.insurancePlaceholder}
        value={draft.insuranceText}
        maxLength={activityLimits.insuranceLength}
        error={wrong['insuranceText'] ?? null}
        onChange={(insuranceText) => store.write({ insuranceText })}
      />
    </>
  );
});
