-- What must be known before the tenant is: each gives out ids, and only for an exact match. The scope
-- is set inside, because only a superuser may fix a setting of ours to a function ("set app…").
create function resolve_api_key(hash bytea)
returns table (api_key_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select k.id, k.tenant_id from api_keys k
  where k.key_hash = hash
    and k.revoked_at is null
    and (k.expires_at is null or k.expires_at > now());
  perform set_config('app.owner_scope', '', true);
end $$;

create function resolve_twin_handle(wanted text)
returns table (twin_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select t.id, t.tenant_id from twins t where t.handle = wanted and t.deleted_at is null;
  perform set_config('app.owner_scope', '', true);
end $$;

create function resolve_unfinished_messages(created_before timestamptz)
returns table (message_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select m.id, m.tenant_id from messages m
  where m.status in ('pending', 'streaming') and m.created_at < created_before
  order by m.created_at limit 500;
  perform set_config('app.owner_scope', '', true);
end $$;

revoke execute on function
  resolve_api_key, resolve_twin_handle, resolve_unfinished_messages from public;
grant execute on function resolve_api_key, resolve_twin_handle to understudy_resolver;
grant execute on function resolve_unfinished_messages to understudy_dispatch;

-- Those who watch hear of a change after its commit, in every process; ids only.
create function announce_change() returns trigger language plpgsql
set search_path = public, pg_temp
as $$
declare
  changed record;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  perform pg_notify('understudy_changes', json_build_object(
    'tenantId', changed.tenant_id, 'kind', tg_argv[0], 'id', changed.id
  )::text);
  return null;
end $$;

create trigger announce_job after insert or update of status, progress, stage on jobs
  for each row execute function announce_change('job');
create trigger announce_source
  after insert or delete or update of title, status, refreshing, live_version_id, deleted_at on sources
  for each row execute function announce_change('source');

create function announce_due_job() returns trigger language plpgsql
set search_path = public, pg_temp
as $$
begin
  perform pg_notify('understudy_due_jobs', '');
  return null;
end $$;

create trigger announce_due_job after insert or update of status, due_at on jobs
  for each row when (new.status = 'queued' and new.dispatched_at is null)
  execute function announce_due_job();
