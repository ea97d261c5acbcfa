import { problems } from '../../../contract/http';
import {
  getCase,
  listPossibleDuplicates,
  listReplyTemplates,
  type Case,
  type CaseDuplicate,
} from '../../../contract/report-cases';
import {
  getCaseSchemas,
  listPossibleDuplicatesSchemas,
  listReplyTemplatesSchemas,
} from '../../../contract/report-cases.schema';
import { assignReport, mergeReport, rejectReport } from '../../../contract/report-moves';
import {
  assignReportSchemas,
  mergeReportSchemas,
  rejectReportSchemas,
} from '../../../contract/report-moves.schema';
import { caseOf, caseRow, entryOf, sanitation } from '../../../../tests/support/made-case';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { CaseStore } from './case-store';

const row = caseRow(7);
const waiting = caseOf(row, { assign: true, reject: true, merge: true });
const duplicate: CaseDuplicate = { ...caseRow(8, { version: 4 }), photos: [], distanceM: 30 };

async function openCase() {
  const phone = recordedPhone();
  const { cloud } = phone;
  const now: { case: Case } = { case: waiting };
  cloud.on(getCase, getCaseSchemas, () => now.case);
  cloud.on(listPossibleDuplicates, listPossibleDuplicatesSchemas, () => ({ items: [duplicate] }));
  cloud.on(listReplyTemplates, listReplyTemplatesSchemas, () => ({ items: [] }));
  cloud.on(
    rejectReport,
    rejectReportSchemas,
    () => (now.case = { ...now.case, state: 'rejected', version: 9 }),
  );
  cloud.on(
    assignReport,
    assignReportSchemas,
    () => (now.case = { ...now.case, state: 'assigned', version: 9 }),
  );
  cloud.on(mergeReport, mergeReportSchemas, () => now.case);
  const changed: Case[] = [];
  const store = new CaseStore(
    phone.root,
    { communityId: outang.id, reportId: row.id },
    (one) => void changed.push(one),
  );
  await store.load();
  return { ...phone, now, store, changed };
}

test('somebody else was quicker: it is said who did what, nothing written is lost, the next try is on what holds now', async () => {
  const { store, cloud, now, device } = await openCase();
  store.begin('reject');
  store.write({ words: '看不清位置' });
  const assigned = entryOf(2, 'assign', { to: 'assigned', by: 'staff', person: '小陶' });
  now.case = { ...waiting, state: 'assigned', version: 2, entries: [...waiting.entries, assigned] };
  cloud.refuseNext(rejectReport, problems.conflict);
  expect(await store.send()).toBe(false);
  expect(store.happened).toEqual(['社区工作人员 小陶 分派', '现在是“待接单”']);
  expect(store.form.words).toBe('看不清位置');
  expect(store.isStillPossible).toBe(true);
  expect(await store.send()).toBe(true);
  expect(device.http.requests.at(-1)?.body).toEqual({ version: 2, reason: '看不清位置' });
});

test('what others did may have taken the move away; the words stay', async () => {
  const { store, cloud, now } = await openCase();
  store.begin('reject');
  store.write({ words: '看不清位置' });
  now.case = caseOf(caseRow(7, { state: 'withdrawn', version: 2 }), {});
  cloud.refuseNext(rejectReport, problems.conflict);
  await store.send();
  expect(store.isStillPossible).toBe(false);
  expect(store.form.words).toBe('看不清位置');
});

test('a form that was closed is there again; one that was sent is empty', async () => {
  const { store, changed } = await openCase();
  store.begin('assign');
  store.write({ words: '晚上去', assignee: { kind: 'department', id: sanitation.id } });
  store.close();
  store.begin('assign');
  expect(store.form.words).toBe('晚上去');
  expect(await store.send()).toBe(true);
  expect(changed.at(-1)?.state).toBe('assigned');
  store.begin('assign');
  expect(store.form.words).toBe('');
});

test('either of two that are the same stays', async () => {
  const { store, device } = await openCase();
  const merged = () => device.http.requests.filter(({ path }) => path.endsWith('/merging')).at(-1);
  expect(await store.merge(duplicate, 'other')).toBe(true);
  expect(merged()).toMatchObject({ body: { canonicalId: duplicate.id, version: 1 } });
  expect(await store.merge(duplicate, 'this')).toBe(true);
  expect(merged()?.path).toContain(duplicate.id);
  expect(merged()?.body).toEqual({ canonicalId: row.id, version: 4 });
});

test('what is written on one case is there again after another was looked at, and is not mixed with it', async () => {
  const { store, root, device } = await openCase();
  const reopened = (reportId: string) => {
    const again = new CaseStore(root, { communityId: outang.id, reportId });
    again.begin('reject');
    return again.form.words;
  };
  store.begin('reject');
  store.write({ words: '看不清位置' });
  expect(reopened(duplicate.id)).toBe('');
  expect(reopened(row.id)).toBe('看不清位置');
  expect([...device.storage.texts.values()].join()).not.toContain('看不清位置');
});
