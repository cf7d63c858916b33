-- How much a revoked device has handed over: it may be in wrong hands, so there is a bound.
alter table device add column last_words bigint not null default 0;
alter table device add column last_words_bytes bigint not null default 0;
