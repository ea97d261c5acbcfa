import { countCases, listAssignees, listCases } from '../../../contract/report-cases';
import {
  countCasesSchemas,
  listAssigneesSchemas,
  listCasesSchemas,
} from '../../../contract/report-cases.schema';
import { caseRow } from '../../../../tests/support/made-case';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { TriageStore } from './triage-store';

const rows = [caseRow(1), caseRow(2)];

function openDesk(params = {}) {
  const phone = recordedPhone();
  phone.cloud.on(listCases, listCasesSchemas, () => ({ items: rows, nextCursor: null }));
  phone.cloud.on(countCases, countCasesSchemas, () => ({ states: [], overdue: 1, soon: 0 }));
  phone.cloud.on(listAssignees, listAssigneesSchemas, () => ({ departments: [], gridMembers: [] }));
  return { ...phone, store: new TriageStore(phone.root, { communityId: outang.id, ...params }) };
}

test('what is chosen stands in the address, and the address is read', async () => {
  const { store, device } = openDesk({ state: 'triage,assigned', due: 'overdue', view: 'board' });
  expect(store.view).toBe('board');
  expect(store.filters).toMatchObject({ states: ['triage', 'assigned'], due: 'overdue' });
  await store.filter({ search: '井盖' });
  const path = `/reports/desk/triage?communityId=${outang.id}`;
  const shown = `${path}&view=board&state=triage%2Cassigned&due=overdue&search=%E4%BA%95%E7%9B%96`;
  expect(device.done.at(-1)).toBe(`show ${shown}`);
  await store.clear();
  expect(device.done.at(-1)).toBe(`show ${path}&view=board`);
});

test('the counts know no state, so that all can be seen', async () => {
  const { store, device } = openDesk({ state: 'triage', category: 'environment' });
  await store.load();
  const asked = device.http.log.filter((line) => line.includes('/cases'));
  const path = `GET /api/communities/${outang.id}/cases`;
  expect(asked).toContain(`${path}?state=triage&category=environment&order=due`);
  expect(asked).toContain(`${path}/count?category=environment`);
});

test('where a page has no address, its filters are kept for its person', async () => {
  const { store, root, device } = openDesk();
  Object.assign(device.address, { isSeen: false });
  await store.filter({ due: 'soon' });
  expect(new TriageStore(root, { communityId: outang.id }).filters.due).toBe('soon');
  const named = new TriageStore(root, { communityId: outang.id, due: 'overdue' });
  expect(named.filters.due).toBe('overdue');
});

test('opening one is a step to go back from, the next in its place is none', () => {
  const { store, device } = openDesk();
  const steps: (string | undefined)[] = [];
  Object.assign(device.address, { show: (_: string, step?: string) => void steps.push(step) });
  store.open(rows[0]?.id ?? null);
  store.open(rows[1]?.id ?? null);
  expect(steps).toEqual(['step', undefined]);
  store.follow({ communityId: outang.id });
  expect(store.openId).toBeNull();
});

test('the neighbours of a row, to the ends', async () => {
  const { store } = openDesk();
  await store.load();
  const [first, second] = rows.map(({ id }) => id) as [string, string];
  expect(store.neighbour(null, 1)).toBe(first);
  expect(store.neighbour(first, 1)).toBe(second);
  expect(store.neighbour(second, 1)).toBeNull();
  expect(store.neighbour(first, -1)).toBeNull();
});
