create or replace function take_due_jobs(slots int) returns setof jobs
language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  with recursive tenant (id) as (
    (select j.tenant_id from jobs j where j.status = 'queued' and j.dispatched_at is null
      order by j.tenant_id limit 1)
    union all
    select (
      select j.tenant_id from jobs j
      where j.status = 'queued' and j.dispatched_at is null and j.tenant_id > tenant.id
      order by j.tenant_id limit 1
    ) from tenant where tenant.id is not null
  ),
  next as (
    select first.id, row_number() over (partition by tenant.id order by first.due_at) as turn
    from tenant cross join lateral (
      select j.id, j.due_at from jobs j
      where j.status = 'queued' and j.dispatched_at is null
        and j.tenant_id = tenant.id and j.due_at <= now()
      order by j.due_at limit slots
    ) as first
    where tenant.id is not null
    order by turn, first.due_at limit slots
  )
  update jobs set
    status = 'running', attempt = jobs.attempt + 1, dispatched_at = now(), heartbeat_at = now(),
    started_at = coalesce(jobs.started_at, now())
  where jobs.id = any (array(
    select j.id from jobs j
    where j.status = 'queued' and j.dispatched_at is null and j.id = any (array(select next.id from next))
    for update skip locked
  ))
  returning jobs.*;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
drop index jobs_due_of_tenant;--> statement-breakpoint
revoke select (is_upkeep) on jobs from understudy_dispatch;--> statement-breakpoint
alter table jobs drop column is_upkeep;--> statement-breakpoint
create index jobs_due_of_tenant on jobs (tenant_id, due_at) where status = 'queued' and dispatched_at is null;
