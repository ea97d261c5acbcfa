import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { exportFields, serviceLimits, type ExportColumn } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { Heading } from '../../ui/heading';
import { TextField } from '../../ui/text-field';
import type { ExportStore } from './export-store';
import { fieldNames } from './field-names';
import { exportTexts as texts } from './texts';

interface StoreProps {
  store: ExportStore;
}

const Column = observer(({ store, column, at }: StoreProps & { column: ExportColumn; at: number }) => (
  <View className="service-desk__column">
    <TextField
      label={`${texts.column(at + 1)} · ${texts.header}`}
      value={column.header}
      maxLength={serviceLimits.headerLength}
      onChange={(header) => store.writeColumn(at, { header })}
    />
    <Field label={texts.field}>
      <Chips
        label={texts.field}
        value={column.field}
        isScrolling
        options={exportFields.map((value) => ({ value, text: fieldNames[value] }))}
        onChange={(field) => store.writeColumn(at, { field })}
      />
    </Field>
    {column.field === 'fixed' ? (
      <TextField
        label={texts.fixed}
        value={column.text ?? ''}
        maxLength={serviceLimits.fixedLength}
        onChange={(text) => store.writeColumn(at, { text })}
      />
    ) : null}
    <View className="service-desk__actions">
      {at > 0 ? <ActionButton text={texts.up} onPress={() => store.raiseColumn(at)} /> : null}
      <ActionButton icon="trash" text={texts.remove} onPress={() => store.removeColumn(at)} />
    </View>
  </View>
));

/** Who stands on the papers, and the columns of the file. */
export const SettingsCard = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const { draft } = store;
  if (!draft) return null;
  if (!store.settings.data?.can.change) return <View className="hint">{texts.readOnly}</View>;
  const save = async () => {
    if (await store.save()) device.feedback.toast(texts.saved);
  };
  return (
    <>
      <View className="card service-desk__card">
        <Heading level={2}>{texts.paper}</Heading>
        <TextField
          label={texts.issuer}
          value={draft.issuer}
          maxLength={serviceLimits.issuerLength}
          onChange={(issuer) => store.write({ issuer })}
        />
        <TextField
          label={texts.head}
          value={draft.head}
          maxLength={serviceLimits.nameLength}
          onChange={(head) => store.write({ head })}
        />
        <TextField
          label={texts.contact}
          value={draft.contact}
          maxLength={serviceLimits.contactLength}
          onChange={(contact) => store.write({ contact })}
        />
      </View>
      <View className="card service-desk__card">
        <Heading level={2}>{texts.columns}</Heading>
        <View className="hint">{texts.columnsHint}</View>
        {draft.columns.map((column, at) => (
          <Column key={at} store={store} column={column} at={at} />
        ))}
        {store.canAdd ? <ActionButton icon="plus" text={texts.add} onPress={store.addColumn} /> : null}
        <FailureNotice working={store.working} />
        <ActionButton
          text={texts.save}
          isWorking={store.working.isWorking}
          isDisabled={!store.canSave}
          onPress={() => void save()}
        />
      </View>
    </>
  );
});
