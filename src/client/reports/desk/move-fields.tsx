import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import { caseLimits, type Assignees, type ReplyTemplate } from '../../../contract/report-cases';
import { reportCategories, reportLimits } from '../../../contract/reports';
import type { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { today } from '../../ui/dates';
import { Field } from '../../ui/field';
import { LongTextField } from '../../ui/long-text-field';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { TextField } from '../../ui/text-field';
import { WhenField } from '../../ui/when-field';
import { reportCategoryTexts } from '../report-text';
import { AssigneeField } from './assignee-field';
import { formTexts as texts, moveTexts } from './case-texts';
import { moveKinds, untilOf, type MoveAction, type MoveForm } from './move-form';
import './move-fields.scss';

export interface MoveParts {
  readonly assignees: Remote<Assignees>;
  readonly loadAssignees: () => void;
  readonly templates: readonly ReplyTemplate[];
  /** Where replies are added; null for who may not. */
  readonly manageTemplates: (() => void) | null;
}

interface PartProps {
  action: MoveAction;
  form: MoveForm;
  onChange: (change: Partial<MoveForm>) => void;
}

const Until = observer(({ action, form, onChange }: PartProps) => {
  const { clock } = useRootStore().parts;
  const now = clock.now();
  const until = untilOf(form);
  const isPast = until !== null && Date.parse(until) <= now;
  if (form.day === '')
    return <ActionButton text={texts.setDay} onPress={() => onChange({ day: today(now) })} />;
  return (
    <>
      <View className="move-fields__until">
        <WhenField
          label={texts.day}
          kind="date"
          value={form.day}
          error={isPast ? texts.untilPast : null}
          onChange={(day) => onChange({ day })}
        />
        <WhenField label={texts.time} kind="time" value={form.time} onChange={(time) => onChange({ time })} />
      </View>
      {action === 'transfer' ? (
        <ActionButton kind="quiet" text={texts.withoutDay} onPress={() => onChange({ day: '' })} />
      ) : null}
    </>
  );
});

/** A reply stands below what was written, and can be changed. */
const withReply = (words: string, reply: string): string =>
  (words.trim() ? `${words}\n${reply}` : reply).slice(0, reportLimits.replyLength);

interface TemplatesProps extends Omit<PartProps, 'action'> {
  parts: MoveParts;
}

function Templates({ parts: { templates, manageTemplates }, form, onChange }: TemplatesProps) {
  if (templates.length === 0 && !manageTemplates) return null;
  return (
    <Field label={texts.templates}>
      <View className="chips" {...semantics({ role: 'group', 'aria-label': texts.templates })}>
        {templates.map(({ id, title, text }) => (
          <Pressable
            key={id}
            className="chips__one"
            onPress={() => onChange({ words: withReply(form.words, text) })}
          >
            {title}
          </Pressable>
        ))}
        {manageTemplates ? (
          <Pressable className="move-fields__manage" role="link" onPress={manageTemplates}>
            {texts.manageTemplates}
          </Pressable>
        ) : null}
      </View>
    </Field>
  );
}

function Decision({ form, onChange }: Omit<PartProps, 'action'>) {
  const { isAccepted } = form;
  return (
    <Field label={texts.decision}>
      <Chips
        label={texts.decision}
        value={isAccepted === null ? '' : isAccepted ? 'reopen' : 'decline'}
        options={[
          { value: 'reopen', text: texts.reopen },
          { value: 'decline', text: texts.decline },
        ]}
        onChange={(value) => onChange({ isAccepted: value === 'reopen' })}
      />
    </Field>
  );
}

interface MoveFieldsProps extends PartProps {
  parts: MoveParts;
  /** The photos of afterwards, where the move asks for them. */
  photos?: ReactNode;
}

/** All that one move asks for. */
export const MoveFields = observer(({ action, form, onChange, parts, photos }: MoveFieldsProps) => {
  const kind = moveKinds[action];
  const { words, placeholder } = moveTexts[action];
  const has = (part: (typeof kind.parts)[number]) => kind.parts.includes(part);
  const assignee = (
    <AssigneeField
      assignees={parts.assignees}
      value={form.assignee}
      onChange={(value) => onChange({ assignee: value })}
      onRetry={parts.loadAssignees}
    />
  );
  return (
    <View className="move-fields">
      {has('decision') ? <Decision form={form} onChange={onChange} /> : null}
      {has('assignee') ? assignee : null}
      {form.isAccepted ? (
        <Field label={texts.reassign} hint={texts.keepAssignee}>
          {assignee}
        </Field>
      ) : null}
      {has('category') ? (
        <Chips
          label={moveTexts.recategorise.title}
          value={form.category ?? ''}
          options={reportCategories.map((value) => ({ value, text: reportCategoryTexts[value] }))}
          onChange={(category) => category && onChange({ category })}
        />
      ) : null}
      {has('receiver') ? (
        <TextField
          label={texts.receiver}
          value={form.receiver}
          maxLength={caseLimits.receiverLength}
          placeholder={texts.receiverPlaceholder}
          onChange={(receiver) => onChange({ receiver })}
        />
      ) : null}
      {has('until') ? <Until action={action} form={form} onChange={onChange} /> : null}
      {photos}
      {kind.hasTemplates ? <Templates parts={parts} form={form} onChange={onChange} /> : null}
      {kind.words === 'none' ? null : (
        <LongTextField
          label={words}
          value={form.words}
          maxLength={reportLimits.replyLength}
          placeholder={placeholder}
          onChange={(value) => onChange({ words: value })}
        />
      )}
    </View>
  );
});
