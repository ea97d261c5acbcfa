-- What a pause is resumed to; null where it was paused before this was kept.
alter table memberships
  add column status_before_pause text check (status_before_pause in ('joined', 'verified')),
  add check (status = 'paused' or status_before_pause is null);
