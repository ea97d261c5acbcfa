import type { ActivityKind, ActivityState, SignUpState } from '../../contract/activities';
import { problems } from '../../contract/http';
import { statement, type Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import { placeOf } from './views';

/** An activity as other concepts see it. */
export interface FoundActivity {
  communityId: string;
  id: string;
  kind: ActivityKind;
  title: string;
  /** What people read. */
  place: string;
  startsAt: Date;
  endsAt: Date;
  /** `published` until a job finishes it, a few minutes after its end. */
  state: ActivityState;
  leaderId: string | null;
  leaderNickname: string | null;
  hoursPlanned: number | null;
}

/** A sign-up as other concepts see it. */
export interface FoundSignUp {
  id: string;
  activityId: string;
  personId: string;
  state: SignUpState;
  /** Their nickname. */
  nickname: string;
}

const columns = `s.id, s.activity_id as "activityId", s.person_id as "personId", s.state, p.nickname
  from sign_ups s join people p on p.id = s.person_id`;
const listGoing = statement<FoundSignUp>(
  'sign_ups_list_going',
  `select ${columns} where s.community_id = $1 and s.activity_id = $2 and s.state = 'going' order by s.signed_up_at, s.id`,
);
const findRunning = statement<FoundSignUp>(
  'sign_ups_find_running',
  `select ${columns} where s.community_id = $1 and s.activity_id = $2 and s.person_id = $3
     and s.state in ('going', 'waitlisted')`,
);
const findBusy = statement<{ title: string }>(
  'sign_ups_find_busy',
  `select a.title from sign_ups s join activities a on a.community_id = s.community_id and a.id = s.activity_id
   where s.person_id = $1 and s.state in ('going', 'waitlisted') and a.state = 'published'
     and tstzrange(a.starts_at, a.ends_at) && tstzrange($2::timestamptz, $3::timestamptz)
   order by a.starts_at limit 1`,
);
const listLed = statement<queries.ActivityRecord>(
  'activities_list_led',
  `select ${queries.activityColumns} from ${queries.activityTables}
   where a.leader_id = $1 and a.state in ('published', 'finished') and a.ends_at > $2 and a.starts_at < $3
   order by a.starts_at, a.id`,
);

function foundOf(record: queries.ActivityRecord): FoundActivity {
  const { communityId, id, kind, title, startsAt, endsAt, state } = record;
  const { leaderId, leaderNickname, hoursPlanned } = record;
  const who = { leaderId, leaderNickname, hoursPlanned };
  return { communityId, id, kind, title, place: placeOf(record).text, startsAt, endsAt, state, ...who };
}

/** What other concepts ask of activities; inside a transaction too. */
export function createFinding() {
  return {
    /** By its id alone, drafts too; refused when there is none. */
    async findActivity(from: Queries, activityId: string): Promise<FoundActivity> {
      const record = await from.row(queries.findById, [activityId]);
      if (!record) throw refuse(problems.not_found);
      return foundOf(record);
    },

    /** Those of a community with these ids; others are missing. */
    async findActivities(
      from: Queries,
      communityId: string,
      ids: readonly string[],
    ): Promise<FoundActivity[]> {
      return (await from.rows(queries.findMany, [communityId, ids])).map(foundOf);
    },

    /** Announced ones that a person leads and that touch this time. */
    async ledBy(from: Queries, personId: string, since: Date, until: Date): Promise<FoundActivity[]> {
      return (await from.rows(listLed, [personId, since, until])).map(foundOf);
    },

    /** Who is going, in the order in which they signed up. */
    goingTo: (from: Queries, communityId: string, activityId: string): Promise<FoundSignUp[]> =>
      from.rows(listGoing, [communityId, activityId]),

    /** The running sign-up of a person. */
    signUpOf: (
      from: Queries,
      communityId: string,
      activityId: string,
      personId: string,
    ): Promise<FoundSignUp | undefined> => from.row(findRunning, [communityId, activityId, personId]),

    /** What a person is signed up for in that time, by its title; null: nothing. */
    async busyWith(from: Queries, personId: string, startsAt: Date, endsAt: Date): Promise<string | null> {
      return (await from.row(findBusy, [personId, startsAt, endsAt]))?.title ?? null;
    },
  };
}
