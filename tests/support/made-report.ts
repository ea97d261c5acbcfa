import { randomBytes, randomUUID } from 'node:crypto';
import type { MediaPurpose } from '../../src/contract/media';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { Report, ReportRow } from '../../src/contract/reports';
import { createCommunities } from '../../src/cloud/communities/service';
import { createNotify } from '../../src/cloud/notices/notify';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import { createLedger } from '../../src/cloud/points/ledger';
import { createReports } from '../../src/cloud/reports/service';
import type { Move } from '../../src/cloud/reports/moves';
import type { ReportRecord } from '../../src/cloud/reports/queries';
import { createStarting } from '../../src/cloud/screenings/starting';
import { createWorkingDays } from '../../src/cloud/working-days/service';
import type { TestCloud } from './cloud';
import type { MadePerson } from './made-person';
import { get, outang, post, positionNear } from './outang';

const insertPhoto = statement<object>(
  'test_made_photo',
  `with object as (
     insert into media_objects (community_id, hash) values ($1, $5)
   )
   insert into media (community_id, id, purpose, person_id, sha256, thumb, photo, width, height, size, created_at)
   values ($1, $2, $3, $4, $5, $5, $5, 1280, 960, 200000, $6)`,
);

/** A photo as if it had been uploaded. */
export async function makePhoto(
  { database, clock }: TestCloud,
  personId: string,
  purpose: MediaPurpose = 'report',
): Promise<string> {
  const id = newId();
  await database.run(insertPhoto, [outang.id, id, purpose, personId, randomBytes(32), clock.now()]);
  return id;
}

/** What the app sends, with a photo of its own unless given. */
export async function reportOf(cloud: TestCloud, person: MadePerson, rest: object = {}): Promise<object> {
  return {
    category: 'road_manhole',
    words: '井盖翘起来了，车轮会卡住',
    mediaIds: [await makePhoto(cloud, person.id)],
    position: positionNear(outang.noodles.at, 0),
    positionSource: 'device',
    placeText: '面馆门口',
    isAnonymous: false,
    writtenAt: cloud.clock.now().toISOString(),
    ...rest,
  };
}

const reportsUrl = `/api/communities/${outang.id}/reports`;

export async function sendReport(
  cloud: TestCloud,
  person: MadePerson,
  body: object = {},
  key: string = randomUUID(),
): Promise<Report> {
  const answer = await post(cloud, reportsUrl, person.headers, await reportOf(cloud, person, body), key);
  if (answer.statusCode !== 201) throw new Error(`createReport answered ${answer.body}`);
  return answer.json<Report>();
}

/** What is due is done: words and pictures are looked at, people are told. */
export async function settle(cloud: TestCloud): Promise<void> {
  cloud.clock.advance({ seconds: 3 });
  await cloud.jobs.drain();
}

/** What the desk does, without its doors. */
export function deskOf(cloud: TestCloud) {
  const communities = createCommunities(cloud);
  const notify = createNotify(cloud);
  const media = { claim: () => Promise.resolve(), of: () => Promise.resolve([]) };
  const none = {} as never;
  const points = createLedger({ ...cloud, communities, audit: none, notify });
  const workingDays = createWorkingDays({ ...cloud, audit: none });
  const screenings = createStarting(cloud);
  const known = { audit: none, communities, notify };
  const reports = createReports({ ...cloud, ...known, media, points, screenings, workingDays });
  const idsOf = (reportId: string) => ({ communityId: outang.id, reportId });
  return {
    move: (reportId: string, move: Move): Promise<ReportRecord> =>
      cloud.database.transaction((tx) => reports.move(tx, idsOf(reportId), move)),
    merge: (reportId: string, merge: Parameters<typeof reports.mergeInto>[2]): Promise<ReportRecord> =>
      cloud.database.transaction((tx) => reports.mergeInto(tx, idsOf(reportId), merge)),
  };
}

/** A department of the demonstration community. */
export const street = { kind: 'department', id: '019ab000-0000-7000-8000-000000000401' } as const;
/** As what the desk does something; nobody in particular. */
export const staff = { as: 'staff', personId: null } as const;
export const department = { as: 'department', personId: null } as const;
export const supervisor = { as: 'supervisor', personId: null } as const;

export type ReportAnswer = Report & ProblemBody;
interface Page {
  items: ReportRow[];
  nextCursor: string | null;
}

/** What tests do with reports of one person and another, over the cloud's doors; the desk behind them. */
export function reportingIn(cloudOf: () => TestCloud) {
  let desk: ReturnType<typeof deskOf> | undefined;
  const asking = {
    desk: () => (desk ??= deskOf(cloudOf())),
    seen: async (id: string, { headers }: MadePerson) =>
      (await get(cloudOf(), `/api/reports/${id}`, headers)).json<ReportAnswer>(),
    mine: async ({ headers }: MadePerson, query = '') =>
      (await get(cloudOf(), `/api/reports/mine${query}`, headers)).json<Page>(),
    noticesOf: async ({ headers }: Pick<MadePerson, 'headers'>) =>
      (await get(cloudOf(), '/api/notices', headers)).json<{ items: Notice[] }>().items,
    act: async ({ headers }: MadePerson, id: string, what: string, body: object) =>
      (await post(cloudOf(), `/api/reports/${id}/${what}`, headers, body)).json<ReportAnswer>(),
    assign: (id: string) =>
      asking.desk().move(id, { action: 'assign', by: staff, version: null, assignee: street }),

    /** One that has been looked at, and waits for the desk. */
    async waiting(person: MadePerson, body: object = {}): Promise<Report> {
      const { id } = await sendReport(cloudOf(), person, body);
      await settle(cloudOf());
      return asking.seen(id, person);
    },
    /** One that somebody works on. */
    async worked(person: MadePerson, body: object = {}): Promise<Report> {
      const { id } = await asking.waiting(person, body);
      await asking.assign(id);
      await asking.desk().move(id, { action: 'accept', by: department, version: null });
      await settle(cloudOf());
      return asking.seen(id, person);
    },
    async resolved(person: MadePerson): Promise<Report> {
      const { id } = await asking.worked(person);
      await asking.desk().move(id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
      await settle(cloudOf());
      return asking.seen(id, person);
    },
  };
  return asking;
}
