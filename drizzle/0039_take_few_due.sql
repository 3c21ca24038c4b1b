-- As before; when all that is due can begin, whose turn it is need not be found out.
create or replace function take_due_jobs(slots int) returns setof jobs
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  taken uuid[];
begin
  perform set_config('app.owner_scope', 'on', true);
  taken := array(
    select j.id from jobs j
    where j.status = 'queued' and j.dispatched_at is null and j.due_at <= now()
    order by j.due_at limit slots + 1
  );
  if cardinality(taken) > slots then
    taken := array(
      with recursive tenant (id) as (
        (select j.tenant_id from jobs j where j.status = 'queued' and j.dispatched_at is null
          order by j.tenant_id limit 1)
        union all
        select (
          select j.tenant_id from jobs j
          where j.status = 'queued' and j.dispatched_at is null and j.tenant_id > tenant.id
          order by j.tenant_id limit 1
        ) from tenant where tenant.id is not null
      )
      select first.id
      from tenant cross join (values (false), (true)) as upkeep (is_upkeep) cross join lateral (
        select j.id, j.due_at from jobs j
        where j.status = 'queued' and j.dispatched_at is null
          and j.tenant_id = tenant.id and j.is_upkeep = upkeep.is_upkeep and j.due_at <= now()
        order by j.due_at limit slots
      ) as first
      where tenant.id is not null
      order by
        row_number() over (partition by tenant.id order by upkeep.is_upkeep, first.due_at),
        first.due_at
      limit slots
    );
  end if;
  return query
  update jobs set
    status = 'running', attempt = jobs.attempt + 1, dispatched_at = now(), heartbeat_at = now(),
    started_at = coalesce(jobs.started_at, now())
  where jobs.id = any (array(
    select j.id from jobs j
    where j.status = 'queued' and j.dispatched_at is null and j.id = any (taken)
    for update skip locked
  ))
  returning jobs.*;
  perform set_config('app.owner_scope', '', true);
end $$;
