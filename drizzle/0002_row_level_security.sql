alter table sources add constraint sources_live_version_fk
  foreign key (tenant_id, twin_id, live_version_id)
  references source_versions (tenant_id, twin_id, id);

select secure_tenant_table('tenants', tenant_column => 'id');
select secure_tenant_table('memberships');
select secure_tenant_table('api_keys');
select secure_tenant_table('audit_events');
select secure_tenant_table('embedding_cache');
select secure_tenant_table('twins', twin_column => 'id');
select secure_tenant_table(name::regclass, twin_column => 'twin_id') from unnest(array[
  'sources', 'source_versions', 'chunks', 'chunk_embeddings', 'source_segments',
  'conversations', 'messages', 'citations', 'jobs', 'job_logs'
]) as name;

grant select, update (name, slug, updated_at) on tenants to understudy_app;
grant select, insert, update, delete on
  memberships, twins, sources, source_versions, chunks, chunk_embeddings, embedding_cache,
  source_segments, conversations, messages, citations to understudy_app;
grant select, insert, update on api_keys, jobs to understudy_app;
grant select, insert on job_logs, audit_events to understudy_app;

-- Sign-in: its own tables, and the tenants an account belongs to.
grant select, insert, update, delete on
  users, sessions, accounts, verifications, rate_limits to understudy_auth;
grant select, insert on tenants, memberships to understudy_auth;
create policy auth on tenants to understudy_auth using (true) with check (true);
create policy auth on memberships to understudy_auth using (true) with check (true);

-- Due work of all tenants: when and whether, never what.
grant select (id, tenant_id, kind, status, attempt, due_at, dispatched_at, heartbeat_at) on jobs
  to understudy_dispatch;
grant update (status, due_at, dispatched_at, heartbeat_at) on jobs to understudy_dispatch;
create policy dispatch on jobs to understudy_dispatch using (true) with check (true);

grant select, insert, update, delete on workers to understudy_dispatch;
