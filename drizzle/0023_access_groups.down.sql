-- The program before this step would tell everybody what is for some: those twins answer nobody until they are looked at.
update twins set archived_at = coalesce(archived_at, now())
where exists (select from sources where sources.twin_id = twins.id and sources.is_restricted)
  or exists (select from verified_qna where verified_qna.twin_id = twins.id and verified_qna.is_restricted)
  or exists (select from share_links where share_links.twin_id = twins.id and share_links.scope_source_ids is not null);
drop table group_usage, group_overrides, group_limits, content_permissions, group_memberships, access_groups;
alter table conversations drop column access_group_ids;
alter table share_links drop column scope_source_ids;
alter table sources drop column is_restricted;
alter table verified_qna drop column is_restricted;
alter table visitor_sessions
  drop column verified_email,
  drop column verified_claims;
