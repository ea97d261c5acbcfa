import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../src/contract/http';
import type { PersonRequest, RequestCategory } from '../../src/contract/requests';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePhoto } from '../support/made-report';
import {
  asRequester,
  atRequests,
  makeAnswered,
  makeCategory,
  makeRider,
  requestBody,
  sendRequest,
} from '../support/made-request';
import { outang, post } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});

const at = (index: number) => (index % 2 ? clouds[1] : clouds[0]);
const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const outcomes = (answers: readonly Partial<{ state: string } & ProblemBody>[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers) counts[code ?? state ?? ''] = (counts[code ?? state ?? ''] ?? 0) + 1;
  return counts;
};

test('of four who set all categories at once one does, and none is there twice', async () => {
  const organiser = await clouds[0].signIn('organiser');
  const desk = (index: number) =>
    atRequests(at(index), {
      ...{ id: '', nickname: '', sessionId: '', identityId: '' },
      headers: { authorization: organiser.authorization },
    });
  const { items } = await desk(0).ask<{ items: RequestCategory[] }>('/request-categories');
  const categories = items.map(({ department, isOpen: _isOpen, ...one }) => ({
    ...one,
    departmentId: department.id,
  }));
  const added = { ...categories[0], id: null, version: null, name: '租房' };
  const answers = await many(4, (index) =>
    desk(index).ask<{ items: RequestCategory[] }>('/request-categories', 'PUT', {
      categories: [...categories, added],
    }),
  );
  expect(answers.map(({ code }: { code?: string }) => code ?? 'done').sort()).toEqual([
    'conflict',
    'conflict',
    'conflict',
    'done',
  ]);
});

test('twenty sendings under one key are one request, with one number and one photo', async () => {
  const { id: categoryId } = await makeCategory(clouds[0]);
  const rider = await makeRider(clouds[0]);
  const mediaIds = [await makePhoto(clouds[0], rider.id, 'request')];
  const body = requestBody(clouds[0], categoryId, { mediaIds });
  const key = randomUUID();
  const answers = await many(20, async (index) =>
    (
      await post(at(index), `/api/communities/${outang.id}/requests`, rider.headers, body, key)
    ).json<PersonRequest>(),
  );
  expect(new Set(answers.map(({ id, number }) => `${id} ${number}`)).size).toBe(1);
  expect(answers[0]?.photos).toHaveLength(1);
  const next = await sendRequest(clouds[0], rider, categoryId);
  expect(next.number).toBe((answers[0]?.number ?? 0) + 1);
});

test('of officers who answer at once one does: one line, and the others hear how it stands', async () => {
  const category = await makeCategory(clouds[0]);
  const { id, version } = await sendRequest(clouds[0], await makeRider(clouds[0]), category.id);
  const desk = (index: number) => atRequests(at(index), category.officer);
  await desk(0).accept(id, { version });
  const answers = await many(10, (index) =>
    desk(index).answer(id, { words: `答复 ${index}`, version: version + 1 }),
  );
  expect(outcomes(answers)).toEqual({ answered: 1, conflict: 9 });
  const seen = await desk(0).see(id);
  expect(seen.version).toBe(version + 2);
  expect(seen.entries.filter(({ action }) => action === 'answer')).toHaveLength(1);
});

test('stars and opening again at once: both are possible one after the other, never both at the same time', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, rider, version } = await makeAnswered(clouds[0]);
    const answers = await Promise.all([
      asRequester(at(0), rider).do('rating', id, { stars: 2, version }),
      asRequester(at(1), rider).do('reopening', id, { reason: '没有解决', version }),
    ]);
    const { conflict, ...done } = outcomes(answers);
    expect(conflict).toBe(1);
    const seen = await asRequester(at(0), rider).see(id);
    expect(done).toEqual({ [seen.state]: 1 });
    expect(seen.rating).toEqual(seen.state === 'rated' ? { stars: 2, words: null } : null);
    expect(seen.version).toBe(version + 1);
  }
});

test('withdrawing and accepting at once: one of them', async () => {
  for (let round = 0; round < 5; round += 1) {
    const category = await makeCategory(clouds[0]);
    const rider = await makeRider(clouds[0]);
    const { id, version } = await sendRequest(clouds[0], rider, category.id);
    const answers = await Promise.all([
      asRequester(at(round), rider).do('withdrawal', id, { version }),
      atRequests(at(round + 1), category.officer).accept(id, { version }),
    ]);
    const { conflict, ...done } = outcomes(answers);
    expect(conflict).toBe(1);
    expect(done).toEqual({ [(await asRequester(at(0), rider).see(id)).state]: 1 });
  }
});

test('of ten who set the list of a category at once one does', async () => {
  const legal = await makeCategory(clouds[0], { isConfidential: true });
  const organiser = await clouds[0].signIn('organiser');
  const person = { ...legal.officer, headers: { authorization: organiser.authorization } };
  const path = `/request-categories/${legal.id}/readers`;
  const answers = await many(10, (index) =>
    atRequests(at(index), person).ask<{ version: number }>(path, 'PUT', {
      personIds: index % 2 ? [] : [legal.officer.id],
      version: 1,
    }),
  );
  expect(answers.filter(({ code }) => code === 'conflict')).toHaveLength(9);
});
