import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Assignees } from '../../../contract/report-cases';
import type { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Segments } from '../../ui/segments';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { assigneeTexts as texts } from './case-texts';
import type { AssigneeChoice } from './move-form';
import './assignee-field.scss';

interface AssigneeFieldProps {
  assignees: Remote<Assignees>;
  value: AssigneeChoice | null;
  onChange: (value: AssigneeChoice) => void;
  onRetry: () => void;
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly areas?: readonly string[];
}

interface OptionsProps {
  kind: AssigneeChoice['kind'];
  options: readonly Option[];
  value: AssigneeChoice | null;
  onChange: (value: AssigneeChoice) => void;
}

function Options({ kind, options, value, onChange }: OptionsProps) {
  if (options.length === 0)
    return <View className="hint">{kind === 'department' ? texts.noDepartments : texts.noGridMembers}</View>;
  return (
    <View className="assignee-field__all" {...semantics({ role: 'radiogroup', 'aria-label': texts.to })}>
      {options.map(({ id, name, areas = [] }) => {
        const isOn = value?.kind === kind && value.id === id;
        return (
          <Pressable
            key={id}
            role="radio"
            isChecked={isOn}
            className={`assignee-field__one ${isOn ? 'assignee-field__one--on' : ''}`}
            onPress={() => onChange({ kind, id })}
          >
            <View className="assignee-field__words">
              <View>{name}</View>
              {areas.length > 0 ? <View className="hint">{texts.areas(areas)}</View> : null}
            </View>
            {isOn ? <Icon name="check" /> : null}
          </Pressable>
        );
      })}
    </View>
  );
}

/** To whom it is given: a department, or a grid member with the areas they ride. */
export const AssigneeField = observer((props: AssigneeFieldProps) => {
  const { assignees, value, onChange, onRetry } = props;
  const { settings } = useRootStore();
  const [kind, setKind] = useState<AssigneeChoice['kind']>(value?.kind ?? 'department');
  return (
    <View className="assignee-field">
      <Segments
        label={texts.to}
        value={kind}
        options={[
          { value: 'department', text: texts.department },
          { value: 'grid_member', text: texts.gridMember },
        ]}
        onChange={setKind}
      />
      {remoteView({
        remote: assignees,
        onRetry,
        isOnline: settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: ({ departments, gridMembers }) => (
          <Options
            kind={kind}
            options={kind === 'department' ? departments : gridMembers}
            value={value}
            onChange={onChange}
          />
        ),
      })}
    </View>
  );
});
