import { createHmac } from 'node:crypto';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { DayCode } from '../../src/contract/attendance-days';
import type { AttendanceKind } from '../../src/contract/attendances';
import type { TestCloud } from './cloud';
import { get, outang, post, type Headers } from './outang';

const insertActivity = statement<object>(
  'test_day_activity',
  `insert into activities (community_id, id, kind, title, description, place_text, starts_at, ends_at, remind_at,
     taken, questions, is_risky, leader_id, audience, state, cancel_reason, created_at)
   values ($1, $2, 'other_volunteering', '整理书屋', '', '党群服务中心', $3, $4, $3, $8, '[]', false, $5, 'everyone', $6,
     case when $6 = 'cancelled' then '下雨' end, $7)`,
);
const insertSignUp = statement<object>(
  'test_day_sign_up',
  `insert into sign_ups (community_id, id, activity_id, person_id, key, request_hash, state, via, signed_up_at, changed_at)
   values ($1, $2, $3, $4, $2::uuid::text, decode(repeat('00', 32), 'hex'), 'going', 'self', $5, $5)`,
);

/** Keeps what is told of closed days where tests can read it: in the outbox it is gone once it was heard. */
export const keepClosings = ({ database }: TestCloud): Promise<void> =>
  database.script(`
    create table told_closings (id uuid primary key, payload jsonb not null);
    create function keep_closing() returns trigger language plpgsql as $$
    begin insert into told_closings values (new.id, new.payload); return null; end $$;
    create trigger keep_closing after insert on outbox_messages
      for each row when (new.topic = 'attendance.closed') execute function keep_closing();`);

interface MadeDayOptions {
  communityId?: string;
  leaderId: string;
  /** From now, minutes; two hours long. */
  startsIn?: number;
  state?: 'published' | 'cancelled' | 'draft';
  people?: readonly string[];
}

/** An activity of two hours with those who are going, straight into the database. */
export async function makeDay(
  { database, clock }: TestCloud,
  { communityId = outang.id, leaderId, startsIn = 30, state = 'published', people = [] }: MadeDayOptions,
) {
  const id = newId();
  const now = clock.now();
  const startsAt = new Date(now.getTime() + startsIn * 60_000);
  const endsAt = new Date(startsAt.getTime() + 7_200_000);
  await database.run(insertActivity, [
    ...[communityId, id, startsAt, endsAt, leaderId, state, now],
    people.length,
  ]);
  for (const personId of people) await database.run(insertSignUp, [communityId, newId(), id, personId, now]);
  return { id, communityId, startsAt, endsAt, path: `/api/communities/${communityId}/activities/${id}` };
}

export type MadeDay = Awaited<ReturnType<typeof makeDay>>;

export const codeOf = async (cloud: TestCloud, { path }: MadeDay, leader: Headers): Promise<DayCode> =>
  (await get(cloud, `${path}/code`, leader)).json<DayCode>();

/** What the leader's phone shows at a time, made as the phone makes it. */
export function shownCode({ id, keys }: DayCode, kind: AttendanceKind, at: Date): string {
  const signed = `${id}.${Math.floor(at.getTime() / 30_000).toString(36)}`;
  const key = Buffer.from(keys[kind], 'base64url');
  const signature = createHmac('sha256', key).update(signed).digest().subarray(0, 16).toString('base64url');
  return `${kind === 'in' ? 'i' : 'o'}${signed}.${signature}`;
}

/** Scans; the phone's clock is right unless given. */
export const scan = (cloud: TestCloud, headers: Headers, code: string, phoneTime?: Date, key?: string) =>
  post(
    cloud,
    '/api/attendances',
    headers,
    { code, phoneTime: (phoneTime ?? cloud.clock.now()).toISOString() },
    key,
  );
