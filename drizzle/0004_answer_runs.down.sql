drop function resolve_orphaned_messages;
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
revoke execute on function resolve_unfinished_messages from public;
grant execute on function resolve_unfinished_messages to understudy_dispatch;

drop table message_events;
alter table messages
  drop column writer,
  drop column supported_share,
  drop column unsupported_spans,
  drop column lease_until,
  drop column watched_until,
  drop column stop_requested_at;
