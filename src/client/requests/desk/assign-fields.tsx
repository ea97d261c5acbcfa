import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { RequestAssignees, RequestCase } from '../../../contract/request-cases';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { LoadingRows, remoteView } from '../../ui/state-views';
import type { RequestCaseStore } from './case-store';
import { formTexts as texts } from './texts';

const anyone = '';

interface ChoicesProps {
  store: RequestCaseStore;
  found: RequestCase;
  assignees: RequestAssignees;
}

const Choices = observer(({ store, found, assignees }: ChoicesProps) => {
  const { departmentId, officerId, categoryId } = store.form;
  const department = assignees.departments.find(({ id }) => id === departmentId);
  const category = categoryId ?? found.category.id;
  const chooseCategory = (id: string) => {
    const meant = assignees.categories.find((one) => one.id === id);
    const isKnown = assignees.departments.some((one) => one.id === meant?.departmentId);
    store.write({
      categoryId: id === found.category.id ? null : id,
      // A category has a department that answers it.
      ...(meant && isKnown && { departmentId: meant.departmentId, officerId: null }),
    });
  };
  if (assignees.departments.length === 0) return <View className="hint">{texts.noAssignees}</View>;
  return (
    <>
      {assignees.categories.length > 1 ? (
        <Field label={texts.category}>
          <Chips
            label={texts.category}
            value={category}
            options={assignees.categories.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={chooseCategory}
          />
        </Field>
      ) : null}
      <Field label={texts.to}>
        <Chips
          label={texts.department}
          value={departmentId ?? ''}
          options={assignees.departments.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(id) => store.write({ departmentId: id, officerId: null })}
        />
      </Field>
      {department && department.officers.length > 0 ? (
        <Field label={texts.officer}>
          <Chips
            label={texts.officer}
            value={officerId ?? anyone}
            options={[
              { value: anyone, text: texts.anyOfficer },
              ...department.officers.map(({ personId, nickname }) => ({ value: personId, text: nickname })),
            ]}
            onChange={(id) => store.write({ officerId: id || null })}
          />
        </Field>
      ) : null}
    </>
  );
});

/** To whom it is given, as which category. */
export const AssignFields = observer(({ store, found }: Omit<ChoicesProps, 'assignees'>) => {
  const { settings } = useRootStore();
  return remoteView({
    remote: store.assignees,
    onRetry: () => void store.loadAssignees(),
    isOnline: settings.isOnline,
    loading: <LoadingRows count={2} />,
    children: (assignees) => <Choices store={store} found={found} assignees={assignees} />,
  });
});
