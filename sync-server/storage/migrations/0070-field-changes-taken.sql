-- What comes again after a restore takes its old place among the changes of a field.
alter table field_change add column taken_at bigint not null default 0;
