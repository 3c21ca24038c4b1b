CREATE INDEX "audit_events_by_action" ON "audit_events" USING btree ("tenant_id","action","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("tenant_id","actor_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
-- Which tenants have events that no chain holds yet: when and whether, never what.
create function resolve_unsealed_tenants() returns table (tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select distinct e.tenant_id from audit_events e where e.sequence is null limit 200;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
-- Appends events to their tenant's chain, once each. The hashes are made outside, under a key that the
-- database never has; here it is held that they follow on what the chain ends with now.
create function seal_audit_events(tenant uuid, head bigint, head_hash text, ids uuid[], hashes text[])
returns boolean
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  last record;
  sealed int;
begin
  perform pg_advisory_xact_lock(hashtextextended(tenant || ' audit', 0));
  perform set_config('app.owner_scope', 'on', true);
  select e.sequence, encode(e.hash, 'hex') as hash into last
    from audit_events e where e.tenant_id = tenant and e.sequence is not null
    order by e.sequence desc limit 1;
  if coalesce(last.sequence, 0) <> head or (head > 0 and last.hash is distinct from head_hash) then
    perform set_config('app.owner_scope', '', true);
    return false;
  end if;
  update audit_events e
    set sequence = head + link.place,
      previous_hash = decode(case when link.place = 1 then head_hash else hashes[link.place - 1] end, 'hex'),
      hash = decode(hashes[link.place], 'hex')
    from unnest(ids) with ordinality as link (id, place)
    where e.tenant_id = tenant and e.id = link.id and e.sequence is null;
  get diagnostics sealed = row_count;
  if sealed <> cardinality(ids) then raise exception 'an audit event is sealed twice or is gone'; end if;
  perform set_config('app.owner_scope', '', true);
  return true;
end $$;--> statement-breakpoint
revoke execute on function resolve_unsealed_tenants, seal_audit_events from public;--> statement-breakpoint
grant execute on function resolve_unsealed_tenants, seal_audit_events to understudy_dispatch;
