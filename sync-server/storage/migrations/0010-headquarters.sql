-- Plain tables that PostgreSQL, Citus, YugabyteDB and CockroachDB all run: no serial, no trigger, no listen/notify.
create table meta (
  key text primary key,
  value text not null
);

-- Every record of every kind: a new kind needs no migration.
create table document (
  collection text not null,
  id text not null,
  home text not null,
  rev bigint not null,
  body jsonb not null,
  deleted boolean not null default false,
  primary key (collection, id)
);
create index document_home on document (home, collection);
create index document_customer on document ((body ->> 'customerId'), collection);
create index document_ticket on document ((body ->> 'ticketId'), collection);
create index document_code on document ((body ->> 'code'), collection);

-- The head of each partition's history; its row lock makes seq order commit order.
create table partition (
  id text primary key,
  seq bigint not null
);
create table partition_commit (
  partition text not null,
  seq bigint not null,
  commit_id text not null,
  at bigint not null,
  primary key (partition, seq)
);

-- One row per record and partition: the newest replaces the older, so a feed is as long as its records.
create table feed (
  partition text not null,
  collection text not null,
  doc_id text not null,
  seq bigint not null,
  rev bigint not null,
  op text not null check (op in ('put', 'left')),
  hash bigint not null,
  primary key (partition, collection, doc_id)
);
create index feed_seq on feed (partition, seq);
create index feed_doc on feed (collection, doc_id);

-- Which customer a number or an identity may mean.
create table directory (
  kind text not null check (kind in ('number', 'nik')),
  value text not null,
  collection text not null,
  doc_id text not null,
  customer_id text not null,
  primary key (kind, value, collection, doc_id)
);
create index directory_doc on directory (collection, doc_id);

-- The duplicate filter and the audit trail. `result` is text: it is given back word for word.
create table operation (
  op_id text primary key,
  device_id text not null,
  device_seq bigint not null,
  actor_id text not null,
  centre_id text not null,
  captured_at bigint not null,
  accepted_at bigint not null,
  body jsonb not null,
  result text
);
create index operation_device on operation (device_id, device_seq);

create table centre_counter (
  centre_id text primary key,
  devices bigint not null
);
create table device (
  id text primary key,
  centre_id text not null,
  label text not null unique,
  name text not null,
  secret_hash text not null,
  status text not null check (status in ('active', 'lost', 'revoked')),
  last_seq bigint not null,
  enrolled_at bigint not null,
  seen_at bigint,
  report jsonb
);
create index device_centre on device (centre_id);
create table device_code (
  hash text primary key,
  centre_id text not null,
  expires_at bigint not null,
  used_at bigint
);
create table device_staff (
  device_id text not null,
  staff_id text not null,
  at bigint not null,
  primary key (device_id, staff_id)
);

create table credential (
  staff_id text primary key,
  username text not null unique,
  password_hash text not null
);
create table access_token (
  hash text primary key,
  device_id text not null,
  staff_id text not null,
  expires_at bigint not null
);
create index access_token_device on access_token (device_id, staff_id);
create table refresh_token (
  hash text primary key,
  device_id text not null,
  staff_id text not null,
  expires_at bigint not null,
  parent text,
  used_at bigint
);
create index refresh_token_device on refresh_token (device_id, staff_id);
create index refresh_token_parent on refresh_token (parent);
create table sign_in_try (
  device_id text not null,
  username text not null,
  tries bigint not null,
  last_at bigint not null,
  primary key (device_id, username)
);
