import {
  activityLimits,
  type ActivityAudience,
  type ActivityKind,
  type ActivityState,
  type Question,
} from '../../contract/activities';
import type { SeriesRule } from '../../contract/activity-desk';
import { statement } from '../platform/database';

/** (longitude, latitude) */
interface PointValue {
  x: number;
  y: number;
}

/** An activity as it stands, with the names of what it points at. */
export interface ActivityRecord {
  communityId: string;
  id: string;
  seriesId: string | null;
  ordinal: number | null;
  kind: ActivityKind;
  title: string;
  description: string;
  stationId: string | null;
  placeText: string | null;
  position: PointValue | null;
  accuracyM: number | null;
  startsAt: Date;
  endsAt: Date;
  remindAt: Date;
  signUpFrom: Date | null;
  signUpUntil: Date | null;
  capacity: number | null;
  minimum: number | null;
  taken: number;
  waiting: number;
  lastPlace: number;
  questions: Question[];
  isRisky: boolean;
  riskNotice: string | null;
  insuranceText: string | null;
  leaderId: string | null;
  departmentId: string | null;
  audience: ActivityAudience;
  hoursPlanned: number | null;
  /** As it is kept: `published` may be over already. */
  state: ActivityState;
  cancelReason: string | null;
  createdAt: Date;
  version: number;
  stationName: string | null;
  stationAddress: string | null;
  stationPosition: PointValue | null;
  stationAccuracyM: number | null;
  leaderNickname: string | null;
  departmentName: string | null;
}

export const activityColumns = `a.community_id as "communityId", a.id, a.series_id as "seriesId", a.ordinal, a.kind, a.title,
  a.description, a.station_id as "stationId", a.place_text as "placeText", a.position, a.accuracy_m as "accuracyM",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.remind_at as "remindAt", a.sign_up_from as "signUpFrom",
  a.sign_up_until as "signUpUntil", a.capacity, a.minimum, a.taken, a.waiting, a.last_place as "lastPlace", a.questions,
  a.is_risky as "isRisky", a.risk_notice as "riskNotice", a.insurance_text as "insuranceText",
  a.leader_id as "leaderId", a.department_id as "departmentId", a.audience, a.hours_planned as "hoursPlanned", a.state,
  a.cancel_reason as "cancelReason", a.created_at as "createdAt", a.version, t.name as "stationName",
  t.address as "stationAddress", t.position as "stationPosition", t.accuracy_m as "stationAccuracyM",
  p.nickname as "leaderNickname", d.name as "departmentName"`;
export const activityTables = `activities a
  left join stations t on t.community_id = a.community_id and t.id = a.station_id
  left join people p on p.id = a.leader_id
  left join departments d on d.community_id = a.community_id and d.id = a.department_id`;

export const find = statement<ActivityRecord>(
  'activities_find',
  `select ${activityColumns} from ${activityTables} where a.community_id = $1 and a.id = $2`,
);
export const findById = statement<ActivityRecord>(
  'activities_find_by_id',
  `select ${activityColumns} from ${activityTables} where a.id = $1`,
);
export const findMany = statement<ActivityRecord>(
  'activities_find_many',
  `select ${activityColumns} from ${activityTables} where a.community_id = $1 and a.id = any($2::uuid[])`,
);

/** Held until the transaction ends: whatever changes who goes goes through here. */
export const lock = statement<ActivityRecord>(
  'activities_lock',
  `select ${activityColumns} from ${activityTables} where a.community_id = $1 and a.id = $2 for no key update of a`,
);
/** Those of a series from an ordinal on, in the order in which all lock them. */
export const lockSeries = statement<ActivityRecord>(
  'activities_lock_series',
  `select ${activityColumns} from ${activityTables} where a.community_id = $1 and a.series_id = $2 and a.ordinal >= $3
   order by a.id for no key update of a`,
);
export const countSeries = statement<{ count: number; rule: SeriesRule }>(
  'activity_series_count',
  `select s.rule, (select count(*) from activities a where a.community_id = s.community_id and a.series_id = s.id) as count
   from activity_series s where s.community_id = $1 and s.id = $2`,
);

/** What the public list asks for besides time: kinds, whether one of the audience, whether one can sign up at $6. */
const seen = `a.community_id = $1 and a.state in ('published', 'cancelled', 'finished')
  and ($2::text[] is null or a.kind = any($2)) and ($3::boolean or a.audience = 'everyone')
  and ($7::boolean is not true or (a.state = 'published' and a.starts_at > $6
    and (a.sign_up_from is null or a.sign_up_from <= $6) and coalesce(a.sign_up_until, a.starts_at) > $6))
  and a.starts_at >= $8 and a.starts_at < $10`;
/** The index knows when they begin: what began longer ago than one lasts is over, so that nobody reads through years of them. */
const endsAfter = (now: string) =>
  `a.ends_at > ${now} and a.starts_at > ${now}::timestamptz - interval '${activityLimits.durationHours} hours'`;
export const list = {
  /** By their start, those under way first; $4, $5 after which; $8, $10 from when on until when. */
  upcoming: statement<ActivityRecord>(
    'activities_list_upcoming',
    `select ${activityColumns} from ${activityTables} where ${seen} and ${endsAfter('$6')}
       and (a.starts_at, a.id) > ($4::timestamptz, $5::uuid) order by a.starts_at, a.id limit $9`,
  ),
  /** The newest first; what was called off is of no interest any more. */
  past: statement<ActivityRecord>(
    'activities_list_past',
    `select ${activityColumns} from ${activityTables} where ${seen} and a.ends_at <= $6 and a.state <> 'cancelled'
       and (a.starts_at, a.id) < ($4::timestamptz, $5::uuid)
     order by a.starts_at desc, a.id desc limit $9`,
  ),
};

/** All of a community, or those that one leads. A cursor, then $7 now; $9, $10 from when on until when. */
const managed = `a.community_id = $1 and ($2::uuid is null or a.leader_id = $2) and ($3::text is null
    or ($3 = 'finished' and a.state = 'published' and a.ends_at <= $7) or (a.state = $3
      and not (a.state = 'published' and a.ends_at <= $7))) and ($4::text is null or a.kind = $4)
  and a.starts_at >= $9 and a.starts_at < $10`;
export const listManaged = {
  upcoming: statement<ActivityRecord>(
    'activities_list_managed',
    `select ${activityColumns} from ${activityTables} where ${managed} and ${endsAfter('$7')}
       and (a.starts_at, a.id) > ($5::timestamptz, $6::uuid) order by a.starts_at, a.id limit $8`,
  ),
  past: statement<ActivityRecord>(
    'activities_list_managed_past',
    `select ${activityColumns} from ${activityTables} where ${managed} and a.ends_at <= $7
       and (a.starts_at, a.id) < ($5::timestamptz, $6::uuid) order by a.starts_at desc, a.id desc limit $8`,
  ),
  any: statement<ActivityRecord>(
    'activities_list_managed_any',
    `select ${activityColumns} from ${activityTables} where ${managed}
       and (a.starts_at, a.id) < ($5::timestamptz, $6::uuid) order by a.starts_at desc, a.id desc limit $8`,
  ),
};

export interface PhotoLink {
  activityId: string;
  mediaId: string;
  isAfter: boolean;
}
export const listPhotos = statement<PhotoLink>(
  'activity_photos_list',
  `select activity_id as "activityId", media_id as "mediaId", is_after as "isAfter" from activity_photos
   where community_id = $1 and activity_id = any($2::uuid[]) order by activity_id, is_after, ordinal`,
);
/** The first of each. */
export const listCovers = statement<{ activityId: string; mediaId: string }>(
  'activity_photos_list_covers',
  `select distinct on (activity_id) activity_id as "activityId", media_id as "mediaId" from activity_photos
   where community_id = $1 and activity_id = any($2::uuid[]) order by activity_id, is_after, ordinal`,
);
