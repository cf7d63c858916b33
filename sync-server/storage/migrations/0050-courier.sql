-- The public keys with which a desk signs its courier files and to which its answers are encrypted; hex.
alter table device add column courier_sign text;
alter table device add column courier_box text;
