-- A digest reads op and hash of all that a partition holds: out of the index they stand together, out of the table each
-- in another page.
alter table feed drop constraint feed_pkey;
alter table feed add primary key (partition, collection, doc_id) include (op, hash);
