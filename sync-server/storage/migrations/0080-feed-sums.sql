-- What a digest sums: out of this index the rows of a partition stand together, in the table each is in another page.
create index feed_held on feed (partition, collection, hash) where op = 'put';
