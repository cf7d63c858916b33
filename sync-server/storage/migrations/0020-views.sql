-- Columns for headquarters' own questions and reports.
create view customer_view as
select id, rev, home, body ->> 'code' as code, body ->> 'kind' as kind, body ->> 'provenance' as provenance,
  body ->> 'mergedInto' as merged_into, body ->> 'segment' as segment, body ->> 'valueTier' as value_tier,
  body ->> 'since' as since, body ->> 'homeCentreId' as home_centre_id, body ->> 'name' as name,
  body ->> 'phone' as phone, body ->> 'email' as email, body ->> 'city' as city
from document where collection = 'customers' and not deleted;

create view subscription_view as
select id, rev, home, body ->> 'customerId' as customer_id, body ->> 'line' as line, body ->> 'msisdn' as msisdn,
  body ->> 'paymentType' as payment_type, body ->> 'status' as status, body ->> 'offeringCode' as offering_code,
  body ->> 'activatedOn' as activated_on, (body -> 'balance' ->> 'amount')::bigint as balance_amount,
  (body -> 'balance' ->> 'asOf')::bigint as balance_as_of
from document where collection = 'subscriptions' and not deleted;

create view ticket_view as
select id, rev, home, body ->> 'code' as code, body ->> 'customerId' as customer_id, body ->> 'centreId' as centre_id,
  body ->> 'type' as type, body ->> 'department' as department, body ->> 'priority' as priority,
  body ->> 'status' as status, body ->> 'ownerId' as owner_id, body ->> 'subject' as subject,
  body ->> 'channel' as channel, body ->> 'reasonCode' as reason_code, body ->> 'resolutionCode' as resolution_code,
  (body ->> 'openedAt')::bigint as opened_at, (body ->> 'closedAt')::bigint as closed_at
from document where collection = 'tickets' and not deleted;

create view contact_view as
select id, rev, home, body ->> 'customerId' as customer_id, body ->> 'centreId' as centre_id,
  body ->> 'agentId' as agent_id, body ->> 'channel' as channel, body ->> 'direction' as direction,
  body ->> 'reasonCode' as reason_code, body ->> 'disposition' as disposition,
  (body ->> 'handleSeconds')::bigint as handle_seconds, (body ->> 'startedAt')::bigint as started_at
from document where collection = 'contacts' and not deleted;
