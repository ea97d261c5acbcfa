import { problems } from '../../../contract/http';
import {
  getMember,
  listDepartments,
  setMemberRoles,
  setMemberStatus,
  type Member,
} from '../../../contract/members';
import {
  getMemberSchemas,
  listDepartmentsSchemas,
  setMemberRolesSchemas,
  setMemberStatusSchemas,
} from '../../../contract/members.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone, someone } from '../../../../tests/support/recorded-phone';
import { MemberStore } from './member-store';

const union = { id: '019ab000-0000-7000-8000-000000000401', name: '工会' };

async function openDesk() {
  const phone = recordedPhone();
  let member: Member = {
    personId: someone.id,
    nickname: '陈师傅',
    avatarUrl: null,
    company: null,
    maskedPhone: null,
    status: 'joined',
    pauseReason: null,
    roles: ['rider'],
    departmentIds: [],
    gridNumber: null,
    joinedAt: '2026-11-01T09:00:00+08:00',
    version: 3,
    can: { setStatus: true, setRoles: true, giveRoles: ['staff', 'admin', 'department_officer'] },
  };
  const change = (changed: Partial<Member>) =>
    (member = { ...member, ...changed, version: member.version + 1 });
  phone.cloud.on(getMember, getMemberSchemas, () => member);
  phone.cloud.on(listDepartments, listDepartmentsSchemas, () => ({ items: [union] }));
  phone.cloud.on(setMemberStatus, setMemberStatusSchemas, ({ body }) => {
    const { status, reason = null } = body as { status: Member['status']; reason?: string };
    return change({ status, pauseReason: reason });
  });
  phone.cloud.on(setMemberRoles, setMemberRolesSchemas, ({ body }) => change(body as Partial<Member>));
  const changed: Member[] = [];
  const ids = { communityId: outang.id, personId: someone.id };
  const store = new MemberStore(phone.root, ids, (now) => void changed.push(now));
  await store.load();
  return { ...phone, store, changed, change };
}

const lastBody = ({ device }: Awaited<ReturnType<typeof openDesk>>) => device.http.requests.at(-1)?.body;

test('a pause takes its reason along, and the list beside is told', async () => {
  const desk = await openDesk();
  expect(await desk.store.setStatus('paused', '请来社区核对')).toBe(true);
  expect(lastBody(desk)).toEqual({ status: 'paused', reason: '请来社区核对', version: 3 });
  expect(desk.store.member.data).toMatchObject({ status: 'paused', pauseReason: '请来社区核对' });
  expect(desk.changed.map(({ status }) => status)).toEqual(['paused']);
});

test('an officer needs a department', async () => {
  const desk = await openDesk();
  desk.store.toggleRole('department_officer');
  expect(desk.store.isDepartmentMissing).toBe(true);
  desk.store.toggleDepartment(union.id);
  expect(desk.store.isDepartmentMissing).toBe(false);
  await desk.store.saveRoles();
  expect(lastBody(desk)).toEqual({
    roles: ['rider', 'department_officer'],
    departmentIds: [union.id],
    version: 3,
  });
  expect(desk.store.chosen).toBeNull();
});

test('whoever is no officer any more works in no department', async () => {
  const desk = await openDesk();
  desk.change({ roles: ['rider', 'department_officer'], departmentIds: [union.id] });
  await desk.store.load();
  desk.store.toggleRole('department_officer');
  await desk.store.saveRoles();
  expect(lastBody(desk)).toMatchObject({ roles: ['rider'], departmentIds: [] });
});

test('somebody else was quicker: what holds now is shown, and what was chosen is given up', async () => {
  const { store, cloud, changed, change } = await openDesk();
  store.toggleRole('staff');
  change({ status: 'verified' });
  cloud.refuseNext(setMemberRoles, problems.conflict);
  expect(await store.saveRoles()).toBe(false);
  expect(store.failure).toMatchObject({ code: 'conflict' });
  expect(store.member.data?.status).toBe('verified');
  expect(store.chosen).toBeNull();
  expect(changed.at(-1)?.status).toBe('verified');
});

test('what the cloud refuses otherwise leaves the choice as it is', async () => {
  const { store, cloud } = await openDesk();
  store.toggleRole('admin');
  cloud.refuseNext(setMemberRoles, problems.forbidden);
  expect(await store.saveRoles()).toBe(false);
  expect(store.rolesShown.roles).toEqual(['rider', 'admin']);
});
