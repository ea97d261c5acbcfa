import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProblemBody } from '../../src/contract/http';
import type { Case, CaseRow } from '../../src/contract/report-cases';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';
import { makePerson, type MadePerson } from './made-person';
import { makePhoto, sendReport, settle } from './made-report';
import { outang } from './outang';

const base = `/api/communities/${outang.id}`;
export const here = { communityId: outang.id };

const insertDepartment = statement<object>(
  'test_department',
  'insert into departments (community_id, id, name) values ($1, $2, $3)',
);
const insertOfficer = statement<object>(
  'test_officer',
  'insert into department_officers (community_id, department_id, person_id) values ($1, $2, $3)',
);
const insertGrid = statement<object>(
  'test_grid_member',
  `insert into grid_memberships (community_id, id, person_id, state, number, areas, applied_at, decided_at)
   values ($1, $2, $3, 'active', $4, $5, $6, $6)`,
);

/** A department and somebody who works there. */
export async function makeDepartment(cloud: TestCloud): Promise<{ id: string; officer: MadePerson }> {
  const id = newId();
  await cloud.database.run(insertDepartment, [outang.id, id, `部门 ${id.slice(-6)}`]);
  const officer = await makePerson(cloud, [{ ...here, roles: ['rider', 'department_officer'] }]);
  await cloud.database.run(insertOfficer, [outang.id, id, officer.id]);
  return { id, officer };
}

let badges = 500;

/** A grid member with their areas. */
export async function makeGridMember(
  cloud: TestCloud,
  areas: readonly string[] = ['北门'],
): Promise<{ id: string; person: MadePerson }> {
  const id = newId();
  const person = await makePerson(cloud, [{ ...here, roles: ['rider', 'grid_member'] }]);
  badges += 1;
  await cloud.database.run(insertGrid, [outang.id, id, person.id, badges, areas, cloud.clock.now()]);
  return { id, person };
}

export const makeStaff = (cloud: TestCloud, role: 'staff' | 'organiser' | 'auditor' = 'staff') =>
  makePerson(cloud, [{ ...here, roles: [role] }]);

/** Where each move goes. */
const doors = {
  assign: ['POST', 'assignment'],
  recategorise: ['PUT', 'category'],
  reject: ['POST', 'rejection'],
  refer: ['POST', 'referral'],
  merge: ['POST', 'merging'],
  accept: ['POST', 'acceptance'],
  giveBack: ['POST', 'return'],
  ask: ['POST', 'question'],
  schedule: ['POST', 'schedule'],
  transfer: ['POST', 'transfer'],
  resume: ['POST', 'resumption'],
  resolve: ['POST', 'resolution'],
  decideReopening: ['POST', 'reopening-decision'],
  note: ['POST', 'notes'],
} as const;

export type DeskMove = keyof typeof doors;

/** Somebody at the desk of the community. */
export function atDesk(cloud: TestCloud, { headers }: MadePerson) {
  async function ask<Answer>(
    path: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET',
    payload?: object,
  ) {
    const answer = await cloud.app.inject({
      method,
      url: `${base}${path}`,
      headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': randomUUID() }) },
      ...(payload && { payload }),
    });
    return (answer.body === '' ? {} : answer.json()) as Answer & ProblemBody;
  }
  return {
    ask,
    see: (reportId: string) => ask<Case>(`/cases/${reportId}`),
    list: async (query = '') => (await ask<{ items: CaseRow[] }>(`/cases${query}`)).items,
    do: (move: DeskMove, reportId: string, body: object) =>
      ask<Case>(`/cases/${reportId}/${doors[move][1]}`, doors[move][0], body),
  };
}

/** A report on the desk: looked at and waiting to be given to somebody. */
export async function makeCase(
  cloud: TestCloud,
  reporter?: MadePerson,
  body: object = {},
): Promise<{ id: string; version: number; reporter: MadePerson }> {
  const person = reporter ?? (await makePerson(cloud, [{ ...here, roles: ['rider'] }]));
  const { id } = await sendReport(cloud, person, body);
  await settle(cloud);
  let found = await cloud.database.row(findState, [id]);
  // Another instance may have taken it on, and be at it.
  for (let tries = 0; found?.state === 'screening' && tries < 200; tries += 1) {
    await pause(20);
    found = await cloud.database.row(findState, [id]);
  }
  if (found?.state !== 'triage') throw new Error(`The report is ${found?.state ?? 'not there'}`);
  return { id, version: found.version, reporter: person };
}

const findState = statement<{ state: string; version: number }>(
  'test_report_state',
  'select state, version from reports where id = $1',
);

/** What is said and shown of what was done. */
export async function doneBody(cloud: TestCloud, { id }: MadePerson, version: number): Promise<object> {
  return { words: '已经修好', afterMediaIds: [await makePhoto(cloud, id, 'after')], version };
}

/** Given to a department and taken on. */
export async function inProgress(cloud: TestCloud, staff: ReturnType<typeof atDesk>, body: object = {}) {
  const department = await makeDepartment(cloud);
  const { id, reporter, version } = await makeCase(cloud, undefined, body);
  const assignee = { kind: 'department', id: department.id };
  await staff.do('assign', id, { assignee, version });
  const officer = atDesk(cloud, department.officer);
  const taken = await officer.do('accept', id, { version: version + 1 });
  return { id, reporter, department, officer, assignee, version: taken.version };
}
