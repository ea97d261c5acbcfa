import { json } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Endpoint, ProblemBody } from '../../src/contract/http';
import { roles } from '../../src/contract/roles';
import { statement } from '../../src/cloud/platform/database';
import { policy } from '../../src/cloud/policy';
import type { TestCloud } from '../support/cloud';
import { everyEndpoint } from '../support/endpoints';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, newTown, outang } from '../support/outang';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import type { WechatStandIn } from '../support/wechat-stand-in';
import { samples, type Sample, type Samples, type Whose } from './policy-samples';

/**
 * Who gets what of whom, asked of the running cloud: every endpoint × every role × one's own, another's, another
 * community's. The answers stand in policy-matrix.md, which people review; POLICY_MATRIX=write writes it anew.
 */
const matrixFile = new URL('policy-matrix.md', import.meta.url);
const callers = ['guest', 'stranger', 'paused admin', ...roles, 'clerk of the shop'] as const;
type CallerKind = (typeof callers)[number];

let world: IdentityCloud;
let cloud: TestCloud;
let wechat: WechatStandIn;
let endpoints: Map<string, Endpoint>;
beforeAll(async () => {
  const template = { templateId: 'template-of-the-test', fields: { thing1: 'title' } };
  world = await startIdentityCloud({ subscribeTemplates: { membership: template } });
  ({ cloud, wechat } = world);
  await change(cloud, 'stations', newTown.script);
  endpoints = await everyEndpoint();
});
afterAll(() => world.close());

const serveNoodles = statement<object>(
  'test_serve_noodles',
  'insert into merchant_clerks (community_id, merchant_id, person_id, joined_at) values ($1, $2, $3, $4)',
);

/** A person of their own for every call, so that none is changed by the one before. */
async function makeCaller(kind: CallerKind): Promise<MadePerson> {
  const communityId = outang.id;
  if (kind === 'guest' || kind === 'stranger') return makePerson(cloud);
  if (kind === 'paused admin')
    return makePerson(cloud, [{ communityId, roles: ['rider', 'admin'], status: 'paused' }]);
  if (kind === 'clerk of the shop') {
    const clerk = await makePerson(cloud, [{ communityId, roles: ['rider', 'merchant_clerk'] }]);
    await cloud.database.run(serveNoodles, [communityId, outang.noodles.id, clerk.id, cloud.clock.now()]);
    return clerk;
  }
  return makePerson(cloud, [{ communityId, roles: [kind] }]);
}

/** `ok`, or the code of the refusal. */
async function outcomeOf(endpoint: Endpoint, sample: Sample, kind: CallerKind): Promise<string> {
  const caller = await makeCaller(kind);
  const given = await sample({ cloud, wechat, caller });
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => String(given[name]));
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const input = Object.fromEntries(Object.entries(given).filter(([name]) => !inPath.includes(name)));
  const { bytes } = input as { bytes?: Buffer };
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
  const answer = await cloud.app.inject({
    method: endpoint.method,
    url: path,
    // What is told again and again has no end to wait for.
    payloadAsStream: true,
    ...(inQuery
      ? { query: input as Record<string, string> }
      : { payload: endpoint.takesBytes ? bytes : input }),
    headers: {
      ...(kind !== 'guest' && caller.headers),
      ...(endpoint.takesBytes && { 'content-type': 'application/octet-stream' }),
      ...(endpoint.idempotent && { 'idempotency-key': randomUUID() }),
    },
  });
  if (answer.statusCode >= 300) return ((await json(answer.stream())) as ProblemBody).code;
  answer.stream().destroy();
  return 'ok';
}

/** `ok: staff, admin; forbidden: rider …` */
async function rowOf(endpoint: Endpoint, whose: string, sample: Sample): Promise<string> {
  const byOutcome = new Map<string, CallerKind[]>();
  for (const kind of callers) {
    const outcome = await outcomeOf(endpoint, sample, kind);
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), kind]);
  }
  const kinds = (list: readonly CallerKind[]) =>
    list.length === callers.length
      ? 'everyone'
      : list.length === callers.length - 1 && !list.includes('guest')
        ? 'everyone signed in'
        : list.join(', ');
  const { ok, ...refused } = Object.fromEntries(byOutcome);
  const others = Object.entries(refused).map(([code, list]) => `${code}: ${kinds(list)}`);
  return `| ${endpoint.name} | ${whose} | ${ok ? kinds(ok) : 'nobody'} | ${others.join('; ')} |`;
}

/** The formatter pads the columns; what they say is compared. */
const cellsOf = (table: string): string[] =>
  table.split('\n').map((line) => line.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---'));

test('every endpoint has its line in the policy, and every line its endpoint', () => {
  expect([...endpoints.keys()].sort()).toEqual(Object.keys(policy).sort());
});

test('what each role gets is what was reviewed', async () => {
  const rows = ['| endpoint | whose | may | refused |', '| --- | --- | --- | --- |'];
  for (const [name, ofEndpoint] of Object.entries<Samples>(samples)) {
    const endpoint = endpoints.get(name);
    if (!endpoint) throw new Error(`${name} is no endpoint`);
    for (const [whose, sample] of Object.entries(ofEndpoint) as [Whose, Sample][]) {
      rows.push(await rowOf(endpoint, whose, sample));
    }
  }
  const matrix = `${rows.join('\n')}\n`;
  if (process.env['POLICY_MATRIX'] === 'write') writeFileSync(matrixFile, matrix);
  expect(cellsOf(matrix)).toEqual(cellsOf(readFileSync(matrixFile, 'utf8')));
}, 120_000);
