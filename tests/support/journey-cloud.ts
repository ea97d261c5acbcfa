import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckIn } from '../../src/contract/check-ins';
import type { Session } from '../../src/contract/sessions';
import type { PlaceCodes } from '../../src/contract/codes';
import type { StationRow } from '../../src/contract/stations';
import { freePort, startCloudProcess, type CloudProcess } from './cloud-process';
import { startWechatStandIn, type WechatStandIn } from './wechat-stand-in';

const wechatApp = { appId: 'wx00000000000000aa', secret: 'secret-of-the-tests' };

const officialAccount = { appId: 'wx00000000000000bb', secret: 'secret-of-the-account' };

/** WeChat's template that decisions on applications are sent by. */
export const decisionTemplate = 'template-of-decisions';

/** The built cloud in a process of its own, on a database of its own, with WeChat's stand-in. */
export interface JourneyCloud {
  readonly url: string;
  readonly wechat: WechatStandIn;
  stations(query?: string): Promise<StationRow[]>;
  codesOf(stationId: string): Promise<PlaceCodes>;
  /** The code that was last sent to a number: this server prints them. */
  codeFor(phone: string): string;
  /** What the cloud knows of someone's visits. */
  checkInsOf(token: string): Promise<CheckIn[]>;
  /** Goes away, as by a power cut. */
  stop(): Promise<void>;
  /** Comes back at the same address with the same data. */
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function startJourneyCloud(): Promise<JourneyCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nuanxin-journey-'));
  const wechat = await startWechatStandIn({ ...wechatApp, officialAccount });
  const port = String(await freePort());
  const environment = {
    ...(process.env['H5_DIR'] && { H5_DIR: process.env['H5_DIR'] }),
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    DEMO: '1',
    RATE_LIMIT_PER_MINUTE: '1000000',
    WECHAT_API_URL: wechat.url,
    WECHAT_APP_ID: wechatApp.appId,
    WECHAT_APP_SECRET: wechatApp.secret,
    WECHAT_OA_APP_ID: officialAccount.appId,
    WECHAT_OA_SECRET: officialAccount.secret,
    WECHAT_OPEN_URL: wechat.url,
    SUBSCRIBE_TEMPLATES: JSON.stringify({
      grid_decision: { templateId: decisionTemplate, fields: { thing1: 'title', time2: 'time' } },
    }),
  };
  const begin = () => startCloudProcess(environment);
  let running: CloudProcess | null = await begin();
  const { url } = running;

  async function read<Answer>(path: string, token?: string): Promise<Answer> {
    const answer = await fetch(url + path, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async function staffToken(): Promise<string> {
    const answer = await fetch(`${url}/api/sessions/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'staff' }),
    });
    return ((await answer.json()) as Session).token;
  }

  const stop = async (signal: NodeJS.Signals) => {
    await running?.stop(signal);
    running = null;
  };
  return {
    url,
    wechat,
    stations: async (query = '') =>
      (await read<{ items: StationRow[] }>(`/api/stations?limit=50${query}`)).items,
    codeFor: (phone) => running?.output().split(`${phone} `).at(-1)?.slice(0, 6) ?? '',
    codesOf: async (stationId) => read(`/api/stations/${stationId}/codes`, await staffToken()),
    checkInsOf: async (token) => (await read<{ items: CheckIn[] }>('/api/check-ins/mine', token)).items,
    stop: () => stop('SIGKILL'),
    async start() {
      running ??= await begin();
    },
    async close() {
      await stop('SIGTERM');
      await wechat.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
