-- Counts stay when a person goes.
alter table check_ins alter column person_id drop not null;
alter table walk_in_tallies alter column counted_by drop not null;
