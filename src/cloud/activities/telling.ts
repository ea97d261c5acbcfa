import type { ActivityNews } from '../notices/service';
import type { Queries } from '../platform/database';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';
import * as told from './telling-queries';
import { momentText } from './texts';
import { tellLater, type ToldActivity } from './told';
import { placeOf } from './views';

/** How many are told in one transaction. */
const together = 100;

const riderPage = (id: string) => `activities/rider/detail?id=${id}`;
const deskPage = (communityId: string, id: string) =>
  `activities/desk/sign-ups?communityId=${communityId}&activityId=${id}`;

/** Its leader hears of these, too. */
const ofLeader: readonly ActivityNews[] = ['changed', 'cancelled'];

type TellingParts = Pick<ActivitiesParts, 'communities' | 'notify'>;

/** Tells people of activities; in the job that follows, so that many keep nobody waiting. */
export function createTelling({ communities, notify }: TellingParts) {
  async function tellEach(
    tx: Queries,
    record: ActivityRecord,
    personIds: readonly string[],
    { news, words, link }: { news: ActivityNews; words: string | null; link: string },
  ): Promise<void> {
    const { communityId, title, startsAt } = record;
    const when = momentText(await communities.timeZoneOf(tx, communityId), startsAt);
    const values = { news, activity: title, when, place: placeOf(record).text, words };
    for (const personId of new Set(personIds))
      await notify(tx, { personId, communityId, kind: 'activity', values, link });
  }

  async function tellTeam(tx: Queries, record: ActivityRecord, news: ActivityNews, words: string | null) {
    const { communityId, id, leaderId } = record;
    const leader = leaderId === null ? [] : [leaderId];
    await tellEach(tx, record, leader, { news, words, link: riderPage(id) });
    if (news !== 'minimum_missed') return;
    const staff = (await tx.rows(told.listStaff, [communityId])).map(({ personId }) => personId);
    const others = staff.filter((personId) => personId !== leaderId);
    await tellEach(tx, record, others, { news, words, link: deskPage(communityId, id) });
  }

  return {
    /** Those with these sign-ups. */
    async tellSignedUp(
      tx: Queries,
      record: ActivityRecord,
      news: ActivityNews,
      personIds: readonly string[],
    ) {
      await tellEach(tx, record, personIds, { news, words: null, link: riderPage(record.id) });
    },

    /** What a change told of; goes on in another transaction where there are more. */
    async tellOf(tx: Queries, message: ToldActivity): Promise<void> {
      const { communityId, activityId, news, signUpIds, words = null, after } = message;
      const record = await tx.row(queries.find, [communityId, activityId]);
      if (!record) return;
      if (news === 'leading' || news === 'minimum_missed') return tellTeam(tx, record, news, words);
      if (after === undefined && ofLeader.includes(news)) await tellTeam(tx, record, news, words);
      const values = [communityId, activityId, signUpIds, after ?? null, record.leaderId, together];
      const people = await tx.rows(told.listSignedUp, values);
      const personIds = people.map(({ personId }) => personId);
      await tellEach(tx, record, personIds, { news, words, link: riderPage(activityId) });
      const last = people.at(-1);
      if (people.length === together && last) await tellLater(tx, { ...message, after: last.id });
    },
  };
}
