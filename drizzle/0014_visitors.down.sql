drop function take_rates;
drop function resolve_origin;
drop function resolve_visitor_token;
drop policy visitor on messages;
drop policy visitor on conversations;
drop function is_own_conversation;
alter table conversations
  drop column visitor_id,
  drop column widget_id,
  drop column share_link_id;
drop table rate_counters, visitor_sessions, visitors, public_pages;
alter table api_keys
  drop column widget_id,
  drop column share_link_id,
  drop column sealed_key,
  drop column replaced_by;
drop table widget_origins, widgets, share_links;
