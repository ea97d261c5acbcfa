import { createCheckIn, getStationVisits } from '../contract/check-ins';
import { problems } from '../contract/http';
import { signOut } from '../contract/sessions';
import { listStations } from '../contract/stations';
import { Api } from './api';
import { CallFailed, type Failure } from './failure';
import type { HttpAnswer, HttpRequest } from './platform/http';
import { NetworkError } from './platform/network-error';

const page = { items: [], nextCursor: null };
const visit = { phoneTime: '2026-11-23T01:00:00.000Z' };

function setUp(answers: (Omit<HttpAnswer, 'headers'> | NetworkError)[], token: string | null = null) {
  const sent: HttpRequest[] = [];
  const expired: string[] = [];
  const send = (request: HttpRequest): Promise<HttpAnswer> => {
    sent.push(request);
    const answer = answers.shift();
    if (!answer) throw new Error('More was asked than the test answers');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ headers: {}, ...answer });
  };
  const api = new Api({ send }, { token: () => token, expire: (old) => void expired.push(old) });
  return { api, sent, expired };
}

async function failureOfCall(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    () => new Error('It did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof CallFailed) return error.failure;
  throw error;
}

test('parameters fill the path, the rest is query or body', async () => {
  const { api, sent } = setUp([
    { status: 200, body: page },
    { status: 200, body: {} },
    { status: 201, body: { id: 'x' } },
  ]);
  await api.call(listStations, { facilities: ['water', 'books'], openNow: true, cursor: 'a=b&c' });
  await api.call(getStationVisits, { stationId: 'a/b' });
  await api.call(createCheckIn, { ...visit, code: 'abcdefghjk' }, { key: 'key-of-sixteen-letters' });
  expect(sent[0]?.path).toBe('/api/stations?facilities=water&facilities=books&openNow=true&cursor=a%3Db%26c');
  expect(sent[1]?.path).toBe('/api/stations/a%2Fb/visits');
  expect(sent[2]).toMatchObject({ path: '/api/check-ins', body: { ...visit, code: 'abcdefghjk' } });
  expect(sent[2]?.headers['idempotency-key']).toBe('key-of-sixteen-letters');
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test('a session goes with every call; one that the cloud does not know is given up', async () => {
  const refused = { ...problems.unauthenticated, type: '/problems/unauthenticated', detail: '请先登录' };
  const { api, sent, expired } = setUp([{ status: 401, body: refused }], 'token');
  const failure = await failureOfCall(api.call(signOut, {}));
  expect(sent[0]?.headers['authorization']).toBe('Bearer token');
  expect(failure).toMatchObject({ kind: 'refused', code: 'unauthenticated' });
  expect(expired).toEqual(['token']);
});

test('a conflict says how the thing stands by now', async () => {
  const body = {
    ...problems.conflict,
    type: '/problems/conflict',
    detail: '',
    current: { state: 'x', version: 3 },
  };
  const { api } = setUp([{ status: 409, body }]);
  const failure = await failureOfCall(api.call(listStations, {}));
  expect(failure).toMatchObject({ code: 'conflict', current: { state: 'x', version: 3 } });
});

test('a refusal carries what the cloud said', async () => {
  const body = {
    type: '/problems/invalid_input',
    title: '填写的内容有误',
    status: 400,
    code: 'invalid_input',
    detail: '请检查',
    fields: { limit: '不能大于 50' },
    retryAfter: 7,
  };
  const { api } = setUp([{ status: 400, body }]);
  expect(await failureOfCall(api.call(listStations, {}))).toEqual({
    kind: 'refused',
    code: 'invalid_input',
    detail: '请检查',
    fields: { limit: '不能大于 50' },
    status: 400,
    retryAfter: 7,
  });
});

test.each([
  ['a page of a café’s network', { status: 200, body: '<html>请登录 WiFi</html>' }],
  ['another success than the endpoint’s', { status: 200, body: { id: 'x' } }],
  ['a page with the endpoint’s status', { status: 201, body: '<html>好了</html>' }],
  ['a proxy’s error', { status: 502, body: '<html>Bad gateway</html>' }],
  ['a refusal without a code', { status: 403, body: { message: 'no' } }],
])('%s is nobody’s word', async (_, answer) => {
  const { api } = setUp([answer]);
  const key = 'key-of-sixteen-letters';
  expect(await failureOfCall(api.call(createCheckIn, visit, { key }))).toEqual({ kind: 'broken' });
});

test('a read is tried twice without a network, a create once, and nothing twice that took too long', async () => {
  const offline = new NetworkError('offline');
  const twice = setUp([offline, { status: 200, body: page }]);
  expect(await twice.api.call(listStations, {})).toEqual(page);
  const never = setUp([offline, offline]);
  expect(await failureOfCall(never.api.call(listStations, {}))).toEqual({ kind: 'offline' });
  const create = setUp([offline]);
  expect(await failureOfCall(create.api.call(createCheckIn, visit))).toEqual({ kind: 'offline' });
  const slow = setUp([new NetworkError('timeout')]);
  expect(await failureOfCall(slow.api.call(listStations, {}))).toEqual({ kind: 'timeout' });
});
