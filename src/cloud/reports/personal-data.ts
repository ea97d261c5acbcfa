import type { ReportCategory, ReportState } from '../../contract/reports';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { categoryNames, stateNames } from './texts';

interface CollectedReport {
  community: string;
  number: number;
  category: ReportCategory;
  state: ReportState;
  words: string | null;
  position: { x: number; y: number };
  placeText: string | null;
  submittedAt: Date;
  stars: number | null;
  said: string[];
}
const collectReports = statement<CollectedReport>(
  'reports_collect',
  `select c.name as community, r.number, r.category, r.state, r.words, r.position, r.place_text as "placeText",
     r.submitted_at as "submittedAt", r.stars,
     array(select e.words from report_entries e
       where e.community_id = r.community_id and e.report_id = r.id and e.person_id = $1 and e.words is not null
       order by e.id) as said
   from memberships m join communities c on c.id = m.community_id
   join reports r on r.community_id = m.community_id and r.reporter_id = m.person_id
   where m.person_id = $1 order by r.submitted_at, r.id`,
);
const collectFollowed = statement<{ community: string; number: number; followedAt: Date }>(
  'report_followers_collect',
  `select c.name as community, r.number, f.followed_at as "followedAt" from memberships m
   join communities c on c.id = m.community_id
   join report_followers f on f.community_id = m.community_id and f.person_id = m.person_id
   join reports r on r.community_id = f.community_id and r.id = f.report_id
   where m.person_id = $1 order by f.followed_at`,
);
const collectWork = statement<{ community: string; number: number; words: string; at: Date }>(
  'report_entries_collect',
  `select c.name as community, r.number, e.words, e.at from memberships m
   join communities c on c.id = m.community_id
   join report_entries e on e.community_id = m.community_id and e.person_id = m.person_id
   join reports r on r.community_id = e.community_id and r.id = e.report_id
   where m.person_id = $1 and e.actor <> 'reporter' and e.words is not null order by e.at`,
);

/**
 * Where the hazard is and what became of it stays, with its category; what somebody wrote about it may say who they are,
 * and goes with them. In the order in which it has to happen.
 */
const forgetIn = [
  statement<object>(
    'report_entries_forget_words',
    `update report_entries set words = null where community_id = $1 and person_id = $2 and actor = 'reporter'`,
  ),
  statement<object>(
    'report_entries_forget',
    'update report_entries set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'report_followers_forget',
    'delete from report_followers where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'reports_forget',
    `update reports set reporter_id = null, client_key = null, request_hash = null, words = null, place_text = null
     where community_id = $1 and reporter_id = $2`,
  ),
  // What was given to a grid member who goes is staff's to give anew.
  statement<object>(
    'reports_forget_grid',
    `update reports r set grid_membership_id = null from grid_memberships g
     where g.community_id = $1 and g.person_id = $2 and r.community_id = $1 and r.grid_membership_id = g.id`,
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'reports_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: reports stay, and are nobody's. */
export async function forgetReports(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const merges = [
  // A key that both have used is kept by the one who stays.
  statement<object>(
    'reports_merge',
    `update reports r set reporter_id = $2, client_key = kept.key,
       request_hash = case when kept.key is not null then r.request_hash end
     from memberships m
     join reports theirs on theirs.community_id = m.community_id and theirs.reporter_id = m.person_id
     cross join lateral (select case when not exists (
       select from reports own where own.community_id = theirs.community_id and own.reporter_id = $2
         and own.client_key = theirs.client_key) then theirs.client_key end as key) kept
     where m.person_id = $1 and r.community_id = theirs.community_id and r.id = theirs.id`,
  ),
  statement<object>(
    'report_entries_merge',
    `update report_entries e set person_id = $2 from memberships m
     where m.person_id = $1 and e.community_id = m.community_id and e.person_id = m.person_id`,
  ),
  // Nobody follows their own.
  statement<object>(
    'report_followers_merge',
    `insert into report_followers (community_id, report_id, person_id, followed_at)
     select f.community_id, f.report_id, $2, f.followed_at from memberships m
     join report_followers f on f.community_id = m.community_id and f.person_id = m.person_id
     where m.person_id = $1 on conflict (community_id, report_id, person_id) do nothing`,
  ),
  statement<object>(
    'report_followers_merge_own',
    `delete from report_followers f using memberships m, reports r
     where m.person_id = $2 and $1::uuid is not null and f.community_id = m.community_id and f.person_id = $2
       and r.community_id = f.community_id and r.id = f.report_id and r.reporter_id = $2`,
  ),
];

/** What one reported, follows, and did about reports at work. */
export const reportsPersonalData: PersonalData = {
  title: '随手拍',
  async collect(from, personId) {
    const reports = await from.rows(collectReports, [personId]);
    const followed = await from.rows(collectFollowed, [personId]);
    const work = await from.rows(collectWork, [personId]);
    return {
      上报: reports.map((report) => ({
        社区: report.community,
        编号: report.number,
        类别: categoryNames[report.category],
        说明: report.words,
        位置: `${report.position.y}, ${report.position.x}`,
        地点: report.placeText,
        时间: report.submittedAt.toISOString(),
        状态: stateNames[report.state],
        补充和评价: report.said,
        评分: report.stars,
      })),
      关注: followed.map(({ community, number, followedAt }) => ({
        社区: community,
        编号: number,
        时间: followedAt.toISOString(),
      })),
      经办: work.map(({ community, number, words, at }) => ({
        社区: community,
        编号: number,
        内容: words,
        时间: at.toISOString(),
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetReports(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
