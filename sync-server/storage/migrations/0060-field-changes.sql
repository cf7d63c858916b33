-- Whose value stands in a customer's field: an item names both sides of a conflict.
create table field_change (
  customer_id text not null,
  field text not null,
  actor_id text not null,
  centre_id text not null,
  device_label text not null,
  at bigint not null,
  primary key (customer_id, field)
)
