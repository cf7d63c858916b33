create view payment_view as
select id, rev, home, body ->> 'code' as code, body ->> 'centreId' as centre_id, body ->> 'customerId' as customer_id,
  body ->> 'purpose' as purpose, body ->> 'bill' as bill, body ->> 'orderId' as order_id, body ->> 'method' as method,
  body ->> 'reference' as reference, (body ->> 'amount')::bigint as amount, (body ->> 'given')::bigint as given,
  body ->> 'reversalOf' as reversal_of, body ->> 'reversedCode' as reversed_code, body ->> 'note' as note,
  (body ->> 'capturedAt')::bigint as captured_at, body ->> 'capturedBy' as captured_by
from document where collection = 'orders' and body ->> 'kind' = 'payment' and not deleted;

create view drawer_view as
select id, rev, home, body ->> 'code' as code, body ->> 'centreId' as centre_id, body ->> 'day' as day,
  (body ->> 'float')::bigint as float, (body ->> 'counted')::bigint as counted,
  (body ->> 'expected')::bigint as expected, body ->> 'note' as note,
  (body ->> 'capturedAt')::bigint as captured_at, body ->> 'capturedBy' as captured_by
from document where collection = 'orders' and body ->> 'kind' = 'drawer' and not deleted;

-- Orders that wait for headquarters, and what was paid for them.
create index document_order_status on document ((body ->> 'status'), ((body ->> 'capturedAt')::bigint))
where collection = 'orders' and not deleted;

create index document_payment_order on document ((body ->> 'orderId'))
where collection = 'orders' and not deleted;
