import { randomBytes } from 'node:crypto';
import { crs } from '../../src/contract/positions';
import type { ReportState } from '../../src/contract/reports';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { policy } from '../../src/cloud/policy';
import type { TestCloud } from '../support/cloud';
import { newTown, outang } from '../support/outang';
import { aboutBoth, here, inBoth, member, nothing, type Sample, type Samples } from './policy-sample-kit';

const insertReport = statement<object>(
  'test_report',
  `with next as (
     insert into report_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into reports (community_id, id, number, reporter_id, category, event_code, code_version, state, words, position,
     accuracy_m, crs, position_source, is_anonymous, written_at, submitted_at, changed_at, question, closed_at, is_seen)
   select $1, $2, last_number, $3, 'road_manhole', '01010', '2026-1', $4, '井盖坏了', point(117.25, 31.88), 10, $5, 'pin',
     false, $6::timestamptz, $6, $6, case when $4 = 'info_requested' then '在哪一侧？' end,
     case when $4 = 'resolved' then $6::timestamptz end, true from next`,
);
const insertPhoto = statement<object>(
  'test_report_photo',
  `with object as (
     insert into media_objects (community_id, hash) values ($1, $4)
   )
   insert into media (community_id, id, purpose, person_id, sha256, thumb, photo, width, height, size, created_at)
   select community_id, $2, 'report', person_id, $4, $4, $4, 1, 1, 1, $5 from memberships
   where community_id = $1 and person_id = $3`,
);
const belongs = statement<object>(
  'test_report_belongs',
  'select 1 from memberships where community_id = $1 and person_id = $2',
);

interface Place {
  communityId: string;
}

/** In the person's name where they are a member. */
async function report(cloud: TestCloud, { communityId }: Place, personId: string, state: ReportState) {
  const { database, clock } = cloud;
  const reportId = newId();
  const reporter = (await database.row(belongs, [communityId, personId])) ? personId : null;
  await database.run(insertReport, [communityId, reportId, reporter, state, crs, clock.now()]);
  return reportId;
}

async function photo({ database, clock }: TestCloud, { communityId }: Place, personId: string) {
  const mediaId = newId();
  await database.run(insertPhoto, [communityId, mediaId, personId, randomBytes(32), clock.now()]);
  return mediaId;
}

/** One's own, one of a neighbour, and one of a community one has nothing to do with. */
const about = (state: ReportState, rest: object = {}): Samples => ({
  own: async ({ cloud, caller }) => ({ reportId: await report(cloud, here, caller.id, state), ...rest }),
  'other’s': async (world) => {
    const { id } = await member(world, here);
    return { reportId: await report(world.cloud, here, id, state), ...rest };
  },
  elsewhere: async (world) => {
    const { id } = await member(world, { communityId: newTown.id });
    return { reportId: await report(world.cloud, { communityId: newTown.id }, id, state), ...rest };
  },
});

const sent =
  (community: typeof here): Sample =>
  async ({ cloud, caller }) => ({
    ...community,
    category: 'road_manhole',
    mediaIds: [await photo(cloud, community, caller.id)],
    position: { ...outang.noodles.at, crs, accuracyM: 10 },
    positionSource: 'pin',
    isAnonymous: true,
    writtenAt: cloud.clock.now().toISOString(),
  });

/** A rider's report, as the desk asks for it. */
const onDesk =
  (state: ReportState, rest: object = {}) =>
  (community: typeof here): Sample =>
  async (world) => {
    const { id } = await member(world, community);
    return { ...community, reportId: await report(world.cloud, community, id, state), ...rest };
  };

type Name =
  | 'createReport'
  | 'suggestDuplicates'
  | 'listMyReports'
  | 'getReport'
  | 'followReport'
  | 'unfollowReport'
  | 'answerReport'
  | 'rateReport'
  | 'askToReopenReport'
  | 'withdrawReport'
  | 'getReportFigures'
  | 'getReportPublicity'
  | 'setReportPublicity';

export const reportSamples: Readonly<Record<Name & keyof typeof policy, Samples>> = {
  createReport: aboutBoth(sent),
  suggestDuplicates: inBoth({ category: 'road_manhole', ...outang.noodles.at }),
  listMyReports: { own: nothing },
  getReport: about('triage'),
  followReport: about('triage'),
  unfollowReport: about('triage'),
  answerReport: about('info_requested', { words: '靠近马路的一侧', version: 1 }),
  rateReport: about('resolved', { stars: 5, version: 1 }),
  askToReopenReport: about('resolved', { reason: '又坏了', version: 1 }),
  withdrawReport: about('triage', { version: 1 }),
  getReportFigures: { public: () => here },
  getReportPublicity: aboutBoth(onDesk('assigned')),
  setReportPublicity: aboutBoth(onDesk('assigned', { showsWords: true, showsReply: true, mediaIds: [] })),
};
