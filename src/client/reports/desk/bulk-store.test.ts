import { problems } from '../../../contract/http';
import { countCases, getCase, listAssignees, listCases } from '../../../contract/report-cases';
import {
  countCasesSchemas,
  getCaseSchemas,
  listAssigneesSchemas,
  listCasesSchemas,
} from '../../../contract/report-cases.schema';
import { moveReports } from '../../../contract/report-moves';
import { moveReportsSchemas } from '../../../contract/report-moves.schema';
import { caseOf, caseRow, sanitation } from '../../../../tests/support/made-case';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { BulkStore } from './bulk-store';
import { TriageStore } from './triage-store';

const rows = [caseRow(1), caseRow(2), caseRow(3)];
const [first, second] = rows.map(({ id }) => id) as [string, string];
const changedMeanwhile = caseRow(2, { state: 'assigned', version: 2 });

function answerOf(reportId: string) {
  const row = rows.find(({ id }) => id === reportId);
  const problem = { code: 'conflict', detail: '别人刚刚改过' };
  if (!row || reportId === second) return { reportId, moved: null, problem };
  return { reportId, moved: { ...row, state: 'assigned' as const, version: 2 }, problem: null };
}

async function openDesk() {
  const phone = recordedPhone();
  const { cloud } = phone;
  cloud.on(listCases, listCasesSchemas, () => ({ items: rows, nextCursor: null }));
  cloud.on(countCases, countCasesSchemas, () => ({ states: [], overdue: 0, soon: 0 }));
  cloud.on(listAssignees, listAssigneesSchemas, () => ({ departments: [sanitation], gridMembers: [] }));
  cloud.on(getCase, getCaseSchemas, () => caseOf(changedMeanwhile, {}));
  cloud.on(moveReports, moveReportsSchemas, ({ body }) => ({
    items: (body as { items: { reportId: string }[] }).items.map(({ reportId }) => answerOf(reportId)),
  }));
  const triage = new TriageStore(phone.root, { communityId: outang.id });
  await triage.load();
  return { ...phone, triage, bulk: new BulkStore(phone.root, triage) };
}

const assignee = { kind: 'department', id: sanitation.id } as const;

test('each is answered for by itself: what was moved is let go, what was not stays chosen with the reason', async () => {
  const { bulk, triage, device } = await openDesk();
  bulk.toggle(first);
  bulk.toggle(second);
  bulk.begin('assign');
  expect(bulk.canSend).toBe(false);
  bulk.write({ assignee });
  await bulk.send();
  const sent = device.http.requests.find(({ path }) => path.endsWith('/cases/moves'));
  expect(sent?.body).toEqual({
    items: [
      { reportId: first, version: 1 },
      { reportId: second, version: 1 },
    ],
    move: { action: 'assign', assignee },
  });
  expect(bulk.result).toEqual({ moved: 1, failed: 1 });
  expect([...bulk.chosen]).toEqual([second]);
  expect(bulk.problems.get(second)).toBe('别人刚刚改过');
  expect(triage.rows[0]).toMatchObject({ state: 'assigned', version: 2 });
  expect(triage.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('one that somebody else changed is tried again by what holds now', async () => {
  const { bulk, triage } = await openDesk();
  bulk.toggle(second);
  bulk.begin('reject');
  bulk.write({ words: '看不清' });
  await bulk.send();
  expect(bulk.result).toEqual({ moved: 0, failed: 1 });
  expect(triage.rows[1]?.version).toBe(2);
});

test('what was written outlives a failure, and the same is asked by the same key', async () => {
  const { bulk, cloud, device } = await openDesk();
  bulk.toggleAll();
  expect(bulk.areAllChosen).toBe(true);
  bulk.begin('refer');
  bulk.write({ receiver: '供电公司', words: '请打 95598' });
  cloud.refuseNext(moveReports, problems.internal);
  await bulk.send();
  expect(bulk.failure).not.toBeNull();
  expect(bulk.form).toMatchObject({ receiver: '供电公司', words: '请打 95598' });
  await bulk.send();
  const keys = device.http.requests
    .filter(({ path }) => path.endsWith('/cases/moves'))
    .map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  expect(bulk.action).toBeNull();
});
