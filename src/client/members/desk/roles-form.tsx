import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Role } from '../../../contract/roles';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { CheckRow } from '../../ui/check-row';
import { Heading } from '../../ui/heading';
import { roleNames } from '../../ui/role-names';
import type { MemberStore } from './member-store';
import { memberTexts as texts, roleHints } from './texts';

const isSettable = (role: Role): role is Exclude<Role, 'rider'> => role !== 'rider';
const none: readonly Role[] = [];

const Departments = observer(({ store }: { store: MemberStore }) => {
  const departments = store.departments.data ?? [];
  const { departmentIds } = store.rolesShown;
  return (
    <View className="desk-part">
      <Heading level={3}>{texts.departments}</Heading>
      {departments.length === 0 ? <View className="hint">{texts.noDepartments}</View> : null}
      <View>
        {departments.map(({ id, name }) => (
          <View key={id} className="desk-check">
            <CheckRow
              text={name}
              isChecked={departmentIds.includes(id)}
              onToggle={() => store.toggleDepartment(id)}
            />
          </View>
        ))}
      </View>
      {store.isDepartmentMissing ? <View className="field__wrong">{texts.departmentMissing}</View> : null}
    </View>
  );
});

/** What somebody may do here, each role with what it means. Being a rider always stays. */
export const RolesForm = observer(({ store }: { store: MemberStore }) => {
  const { device } = useRootStore();
  const chosen = store.rolesShown.roles;
  const toGive = store.member.data?.can.giveRoles ?? none;
  const others = chosen.filter(isSettable).filter((role) => !toGive.includes(role));
  const save = async () => {
    if (await store.saveRoles()) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card desk-part">
      <View>
        <Heading level={2}>{texts.roles}</Heading>
        <View className="hint">{texts.rolesHint}</View>
      </View>
      <View>
        {toGive.filter(isSettable).map((role) => (
          <View key={role} className="desk-check">
            <CheckRow
              text={roleNames[role]}
              hint={roleHints[role]}
              isChecked={chosen.includes(role)}
              onToggle={() => store.toggleRole(role)}
            />
          </View>
        ))}
      </View>
      {others.length > 0 ? (
        <View className="hint">{texts.rolesOfOthers(others.map((role) => roleNames[role]).join('、'))}</View>
      ) : null}
      {chosen.includes('department_officer') ? <Departments store={store} /> : null}
      {store.chosen ? (
        <View className="desk-actions">
          <ActionButton
            kind="primary"
            text={texts.save}
            isWorking={store.isWorking}
            isDisabled={store.isDepartmentMissing}
            onPress={() => void save()}
          />
          <ActionButton text={texts.undo} onPress={store.undo} />
        </View>
      ) : null}
    </View>
  );
});
