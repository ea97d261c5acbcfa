import type { ConsentPurpose, ConsentState } from '../../contract/consents';
import { statement } from '../platform/database';

/** What is answered to, the notice and the age among it. */
export type Answered = ConsentPurpose | 'privacy_notice' | 'old_enough';

export interface AnswerRow {
  purpose: Answered;
  state: Exclude<ConsentState, 'unasked'>;
  noticeVersion: string;
  answeredAt: Date;
}

const columns = `purpose, state, notice_version as "noticeVersion", answered_at as "answeredAt"`;

/** The last answer to each. */
export const listLast = statement<AnswerRow>(
  'consent_answers_list_last',
  `select distinct on (purpose) ${columns} from consent_answers where person_id = $1
   order by purpose, answered_at desc, id desc`,
);

export const listAll = statement<AnswerRow>(
  'consent_answers_list_all',
  `select ${columns} from consent_answers where person_id = $1 order by answered_at, id`,
);

/** Whose last answer to $1 is yes, among those. */
export const listGivers = statement<{ personId: string }>(
  'consent_answers_list_givers',
  `select person_id as "personId" from (
     select distinct on (person_id) person_id, state from consent_answers
     where person_id = any($2::uuid[]) and purpose = $1 order by person_id, answered_at desc, id desc
   ) last where state = 'given'`,
);

/** Nothing happens when the last answer says the same of the same notice. */
export const insertAnswer = statement<object>(
  'consent_answers_insert',
  `insert into consent_answers (person_id, id, purpose, state, notice_version, answered_at)
   select $1, $2, $3, $4, $5, $6 where not exists (
     select from (
       select state, notice_version from consent_answers where person_id = $1 and purpose = $3
       order by answered_at desc, id desc limit 1
     ) last where last.state = $4 and last.notice_version = $5)`,
);

/** Taken back what was given, refused what was not. Tells which. */
export const insertNo = statement<{ state: ConsentState }>(
  'consent_answers_insert_no',
  `insert into consent_answers (person_id, id, purpose, state, notice_version, answered_at)
   select $1, $2, $3, case when coalesce(last.state, '') = 'given' then 'withdrawn' else 'refused' end, $4, $5
   from (select 1) one left join lateral (
     select state from consent_answers where person_id = $1 and purpose = $3
     order by answered_at desc, id desc limit 1
   ) last on true
   returning state`,
);

export const forget = statement<object>(
  'consent_answers_forget',
  'delete from consent_answers where person_id = $1',
);

export const merge = statement<object>(
  'consent_answers_merge',
  'update consent_answers set person_id = $2 where person_id = $1',
);
