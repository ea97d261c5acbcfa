import { statement } from '../platform/database';

/** Nothing happens where there is one already. */
export const insertCommunity = statement<object>(
  'demo_insert_community',
  `insert into communities (id, slug, name, subdistrict, district, city, centre, centre_accuracy_m, crs, time_zone,
     is_demo, created_at, may_publish_everywhere)
   values ($1, $2, $3, $4, $5, $6, point($7, $8), $9, $10, $11, true, $12, true)
   on conflict (id) do nothing`,
);

export const insertBlockMap = statement<object>(
  'demo_insert_block_map',
  'insert into block_maps (community_id, features, crs) values ($1, $2::jsonb, $3)',
);

export const insertPerson = statement<object>(
  'demo_insert_person',
  `with person as (
     insert into people (id, nickname, is_demo, created_at, company) values ($1, $2, true, $3, $8)
   ), identity as (
     insert into identities (provider, subject, person_id, created_at, id)
     select 'demo', $4::text, $1, $3, $7 where $4::text is not null
   )
   insert into memberships (community_id, person_id, roles, joined_at, status) values ($5, $1, $6, $3, $9)`,
);

/** As a correction, since nothing was done for them. */
export const insertPoints = statement<object>(
  'demo_insert_points',
  `with balance as (
     insert into points_balances (community_id, person_id, balance) values ($1, $2, $4)
   )
   insert into points_entries (community_id, id, person_id, kind, amount, source_id, reason, made_at, day)
   values ($1, $3, $2, 'correction', $4, $3, $5, $6, $7)`,
);

/** An officer's hours; appointments are made of them by the job. */
export const insertConsultationHours = statement<object>(
  'demo_insert_consultation_hours',
  `insert into consultation_hours (community_id, id, department_id, officer_id, weekdays, opens, closes, slot_minutes, way,
     place, from_day)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
export const insertDepartment = statement<object>(
  'demo_insert_department',
  'insert into departments (community_id, id, name) values ($1, $2, $3)',
);

export const insertReplyTemplate = statement<object>(
  'demo_insert_reply_template',
  'insert into reply_templates (community_id, id, title, text, created_at) values ($1, $2, $3, $4, $5)',
);

export const insertRequestCategory = statement<object>(
  'demo_insert_request_category',
  `insert into request_categories (community_id, id, name, hint, icon, department_id, is_confidential, answer_days,
     is_active, ordinal)
   values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9)`,
);

export const insertRequestReader = statement<object>(
  'demo_insert_request_reader',
  'insert into request_readers (community_id, category_id, person_id, added_at) values ($1, $2, $3, $4)',
);

export const insertOfficer = statement<object>(
  'demo_insert_officer',
  'insert into department_officers (community_id, department_id, person_id) values ($1, $2, $3)',
);

export const insertGridMembership = statement<object>(
  'demo_insert_grid_membership',
  `insert into grid_memberships (community_id, id, person_id, state, number, areas, note, applied_at, decided_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, case when $4 = 'active' then $8::timestamptz end)`,
);

/** The next badge follows the highest that was given out. */
export const insertGridCounter = statement<object>(
  'demo_insert_grid_counter',
  `insert into grid_counters (community_id, last_number)
   select community_id, max(number) from grid_memberships where community_id = $1 and number is not null
   group by community_id`,
);

export const insertStation = statement<object>(
  'demo_insert_station',
  `insert into stations (community_id, id, parent_id, parent_tier, name, tier, kind, status, status_note, address,
     position, accuracy_m, crs, guide, phone, capacity, hours, verified_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, point($11, $12), $13, $14, $15, $16, $17, $18::jsonb, $19, $20)`,
);

export const insertFacility = statement<object>(
  'demo_insert_facility',
  'insert into station_facilities (community_id, station_id, code, is_working) values ($1, $2, $3, $4)',
);

export const insertMerchant = statement<object>(
  'demo_insert_merchant',
  `insert into merchants (community_id, id, name, category, status, address, position, accuracy_m, crs, hours, phone,
     trusts_printed_code, agreement_from, agreement_to, created_at)
   values ($1, $2, $3, $4, $5, $6, point($7, $8), $9, $10, $11::jsonb, $12, $13, $14, $15, $16)`,
);

export const insertMerchantCode = statement<object>(
  'demo_insert_merchant_code',
  `insert into codes (community_id, id, target, merchant_id, created_at) values ($1, $2, 'merchant', $3, $4)`,
);

/** Published, with its stock and the shops it counts in; $4 is its value as JSON. */
export const insertCoupon = statement<object>(
  'demo_insert_coupon',
  `with coupon as (
     insert into coupons (community_id, id, title, kind, percent, amount_fen, threshold_fen, price_fen, item, terms,
       starts_on, ends_on, starts_at, ends_at, weekdays, hours_from, hours_to, per_rider, period, audience, use, state,
       created_at, price_points)
     select $1, $2, $3, v.kind, v.percent, v."amountFen", v."thresholdFen", v."priceFen", v.item, $5, $6, $7, $8, $9,
       $10, $11, $12, $13, $14, $15, $16, 'published', $17, $20
     from jsonb_to_record($4::jsonb)
       as v(kind text, percent int, "amountFen" int, "thresholdFen" int, "priceFen" int, item text)
   ), stock as (
     insert into coupon_stock (community_id, coupon_id, total) values ($1, $2, $18)
   )
   insert into coupon_merchants (community_id, coupon_id, merchant_id) select $1, $2, unnest($19::uuid[])`,
);

export const insertClerk = statement<object>(
  'demo_insert_clerk',
  'insert into merchant_clerks (community_id, merchant_id, person_id, joined_at) values ($1, $2, $3, $4)',
);

export const insertCode = statement<object>(
  'demo_insert_code',
  `insert into codes (community_id, id, target, station_id, created_at) values ($1, $2, 'station', $3, $4)`,
);
