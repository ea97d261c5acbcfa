import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  getMember,
  listDepartments,
  setMemberRoles,
  setMemberStatus,
  type Department,
  type Member,
  type StatusChange,
} from '../../../contract/members';
import type { Role } from '../../../contract/roles';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

interface RolesDraft {
  readonly roles: readonly Role[];
  readonly departmentIds: readonly string[];
}

const toggled = <Value>(all: readonly Value[], one: Value): readonly Value[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** One member on a desk. */
export class MemberStore {
  readonly member: Remote<Member>;
  readonly departments: Remote<readonly Department[]>;
  isWorking = false;
  failure: Failure | null = null;
  /** Roles as they are being chosen; null while nothing was touched. */
  chosen: RolesDraft | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly personId: string },
    private readonly whenChanged: (member: Member) => void = () => undefined,
  ) {
    this.member = new Remote(root.parts);
    this.departments = new Remote(root.parts);
    makeAutoObservable<MemberStore, 'root' | 'ids' | 'whenChanged'>(
      this,
      {
        root: false,
        ids: false,
        whenChanged: false,
        member: false,
        departments: false,
        failure: observableRef,
        chosen: observableRef,
      },
      { autoBind: true },
    );
  }

  get rolesShown(): RolesDraft {
    return this.chosen ?? this.member.data ?? { roles: [], departmentIds: [] };
  }

  get isDepartmentMissing(): boolean {
    const { roles, departmentIds } = this.rolesShown;
    return roles.includes('department_officer') && departmentIds.length === 0;
  }

  async load(): Promise<void> {
    const { api } = this.root;
    const { communityId } = this.ids;
    await Promise.all([
      this.member.load({ key: 'member', copy: () => null, read: () => api.call(getMember, this.ids) }),
      this.departments.load({
        key: 'departments',
        copy: () => null,
        read: async () => (await api.call(listDepartments, { communityId })).items,
      }),
    ]);
  }

  /** `reason` with a pause. */
  setStatus(status: StatusChange, reason?: string): Promise<boolean> {
    return this.change((version) =>
      this.root.api.call(setMemberStatus, { ...this.ids, status, version, ...(reason && { reason }) }),
    );
  }

  toggleRole(role: Role): void {
    const { roles, departmentIds } = this.rolesShown;
    this.chosen = { roles: toggled(roles, role), departmentIds };
  }

  toggleDepartment(id: string): void {
    const { roles, departmentIds } = this.rolesShown;
    this.chosen = { roles, departmentIds: toggled(departmentIds, id) };
  }

  undo(): void {
    this.chosen = null;
  }

  saveRoles(): Promise<boolean> {
    const { roles, departmentIds } = this.rolesShown;
    const isOfficer = roles.includes('department_officer');
    return this.change((version) =>
      this.root.api.call(setMemberRoles, {
        ...this.ids,
        version,
        roles: [...roles],
        departmentIds: isOfficer ? [...departmentIds] : [],
      }),
    );
  }

  private async change(ask: (version: number) => Promise<Member>): Promise<boolean> {
    const version = this.member.data?.version;
    if (version === undefined || this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      const member = await ask(version);
      this.member.take(member);
      runInAction(() => (this.chosen = null));
      this.whenChanged(member);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      if (failure.kind === 'refused' && failure.code === 'conflict') await this.reload();
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  /** Somebody else was quicker: what was being chosen was chosen from what no longer holds. */
  private async reload(): Promise<void> {
    this.chosen = null;
    await this.load();
    if (this.member.data) this.whenChanged(this.member.data);
  }
}
