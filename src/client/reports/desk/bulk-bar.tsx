import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { caseLimits } from '../../../contract/report-cases';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import type { BulkAction, BulkStore } from './bulk-store';
import { formTexts } from './case-texts';
import { MoveFields, type MoveParts } from './move-fields';
import { bulkTexts as texts } from './triage-texts';
import './bulk-bar.scss';

interface BulkProps {
  bulk: BulkStore;
}

const actions = ['assign', 'refer', 'reject'] as const;

const asks: Record<BulkAction, (count: number) => string> = {
  assign: texts.assignAsk,
  reject: texts.rejectAsk,
  refer: texts.referAsk,
};

/** How the last one went, until something else is chosen. */
export const BulkResult = observer(({ bulk }: BulkProps) => {
  if (!bulk.result) return null;
  const { moved, failed } = bulk.result;
  if (failed === 0)
    return (
      <Notice icon="check" tone="good">
        {texts.done(moved)}
      </Notice>
    );
  return (
    <Notice icon="warning" tone="warn" hint={texts.failedHint}>
      {moved > 0 ? texts.partly(moved, failed) : texts.noneDone(failed)}
    </Notice>
  );
});

/** What may be done with those that are chosen. */
export const BulkBar = observer(({ bulk }: BulkProps) => {
  const count = bulk.chosen.size;
  return (
    <View className="bulk-bar">
      <View className="bulk-bar__count">
        <View>{texts.chosen(count)}</View>
        {bulk.isFull ? <View className="hint">{texts.full(caseLimits.bulk)}</View> : null}
      </View>
      <View className="bulk-bar__acts">
        {actions.map((action) => (
          <ActionButton
            key={action}
            kind={action === 'assign' ? 'primary' : 'secondary'}
            text={texts[action]}
            onPress={() => bulk.begin(action)}
          />
        ))}
      </View>
      <Pressable className="bulk-bar__clear" label={texts.clear} onPress={bulk.clear}>
        <Icon name="close" />
      </Pressable>
    </View>
  );
});

/** What the same to all of them needs. */
export const BulkSheet = observer(({ bulk, parts }: BulkProps & { parts: MoveParts }) => {
  const { action, form, failure } = bulk;
  return (
    <BottomSheet
      isOpen={action !== null}
      title={action ? asks[action](bulk.rows.length) : ''}
      onClose={bulk.close}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={formTexts.confirm}
            isWorking={bulk.isWorking}
            isDisabled={!bulk.canSend}
            onPress={() => void bulk.send()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={bulk.close} />
        </>
      }
    >
      <View>{texts.hint}</View>
      {action ? <MoveFields action={action} form={form} onChange={bulk.write} parts={parts} /> : null}
      {failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failure).title}
        </Notice>
      ) : null}
    </BottomSheet>
  );
});
