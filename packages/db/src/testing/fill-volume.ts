import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

/** Enough of everything that a plan which reads whole tables is told from one that does not. */
const VOLUME = `
  create temporary table made on commit drop as
    select gen_random_uuid() as tenant_id, n from generate_series(1, 400) n;
  insert into tenants (id, name, slug) select tenant_id, 'Tenant ' || n, 'tenant-' || n from made;
  insert into twins (id, tenant_id, handle, name)
    select gen_random_uuid(), tenant_id, 'twin-' || n || '-' || m, 'Twin'
    from made, generate_series(1, case when n = 1 then 20 else 4 end) m;
  insert into sources (id, tenant_id, twin_id, title, kind, created_at)
    select gen_random_uuid(), t.tenant_id, t.id, 'Source ' || m, 'file', now() - make_interval(secs => m)
    from twins t, generate_series(1, case when t.handle = 'twin-1-1' then 150 else 2 end) m;
  insert into source_versions (id, tenant_id, twin_id, source_id, number, sha256, byte_size, media_type, blob_key, stage, text)
    select gen_random_uuid(), tenant_id, twin_id, id, 1, sha256(id::text::bytea), 1, 'text/plain', id, 'live', ''
    from sources;
  update sources set status = 'live', live_version_id = v.id from source_versions v where v.source_id = sources.id;
  insert into chunks (id, tenant_id, twin_id, source_version_id, ordinal, text, locator, content_hash)
    select gen_random_uuid(), tenant_id, twin_id, id, m, 'words', '{"start":0,"end":5}', sha256((id || '-' || m)::bytea)
    from source_versions, generate_series(0, 3) m;
  insert into chunk_embeddings (chunk_id, tenant_id, twin_id, model, dimensions, vector)
    select id, tenant_id, twin_id, 'model', 1, '\\x00000000' from chunks where ordinal > 0;
  insert into embedding_cache (tenant_id, model, content_hash, vector)
    select tenant_id, 'model', content_hash, '\\x00000000' from chunks;
  insert into source_segments (source_version_id, tenant_id, twin_id, format, passage_count, bytes)
    select id, tenant_id, twin_id, 1, 4, '\\x00' from source_versions;
  insert into chunk_overlays (id, tenant_id, twin_id, source_id, kind, original, locator, ordinal, content_hash, chunk_id, actor_kind)
    select gen_random_uuid(), c.tenant_id, c.twin_id, v.source_id, 'pin', c.text, c.locator, c.ordinal, c.content_hash, c.id, 'user'
    from chunks c join source_versions v on v.id = c.source_version_id where c.ordinal = 1;
  update chunks set is_pinned = true where ordinal = 1;
  insert into conversations (id, tenant_id, twin_id, channel)
    select gen_random_uuid(), tenant_id, id, 'studio' from twins, generate_series(1, 2);
  insert into widgets (id, tenant_id, twin_id, name) select gen_random_uuid(), tenant_id, id, 'Widget' from twins;
  insert into widget_origins (tenant_id, twin_id, widget_id, origin)
    select tenant_id, twin_id, id, 'https://' || id || '.example' from widgets;
  insert into share_links (id, tenant_id, twin_id, name) select gen_random_uuid(), tenant_id, id, 'Link' from twins;
  insert into public_pages (id, tenant_id, twin_id) select gen_random_uuid(), tenant_id, id from twins;
  insert into api_keys (id, tenant_id, name, kind, prefix, key_hash, widget_id)
    select gen_random_uuid(), tenant_id, 'key', 'publishable', 'us_pk_', sha256(id::text::bytea), id from widgets;
  insert into api_keys (id, tenant_id, name, kind, prefix, key_hash, share_link_id)
    select gen_random_uuid(), tenant_id, 'key', 'publishable', 'link', sha256(id::text::bytea), id from share_links;
  insert into visitors (id, tenant_id, twin_id, resume_hash)
    select gen_random_uuid(), tenant_id, id, sha256((id || '-' || m)::bytea) from twins, generate_series(1, 2) m;
  insert into visitor_words (tenant_id, twin_id, visitor_id, word)
    select tenant_id, twin_id, id, word from visitors, unnest(array['ann', 'ann@example.com']) word;
  insert into visitor_sessions (id, tenant_id, twin_id, visitor_id, token_hash, channel, api_key_id, expires_at)
    select gen_random_uuid(), v.tenant_id, v.twin_id, v.id, sha256(v.id::text::bytea), 'widget', k.id, now() + interval '1 hour'
    from visitors v join widgets w on w.twin_id = v.twin_id join api_keys k on k.widget_id = w.id;
  insert into conversations (id, tenant_id, twin_id, channel, visitor_id)
    select gen_random_uuid(), tenant_id, twin_id, 'widget', id from visitors;
  insert into messages (id, tenant_id, twin_id, conversation_id, role, status, idempotency_key, text)
    select gen_random_uuid(), tenant_id, twin_id, id, 'user', 'complete', 'key-' || m, 'words'
    from conversations, generate_series(1, 2) m;
  insert into messages (id, tenant_id, twin_id, conversation_id, role, status, reply_to_id, text)
    select gen_random_uuid(), tenant_id, twin_id, conversation_id, 'assistant', 'complete', id, 'words' from messages;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, outcome, terms)
    select gen_random_uuid(), m.tenant_id, m.twin_id, case m.role when 'user' then 'question_asked' else 'answer_ended' end,
      c.channel, c.id, m.id, case when m.role = 'assistant' then 'answered' end, array['words']
    from messages m join conversations c on c.id = m.conversation_id;
  insert into message_words (tenant_id, twin_id, message_id, conversation_id, words)
    select tenant_id, twin_id, id, conversation_id, words_of(text, twin_id) from messages;
  insert into question_clusters (id, tenant_id, twin_id, title)
    select id, tenant_id, twin_id, 'Question' from conversations;
  insert into question_members (id, tenant_id, twin_id, cluster_id, question, question_key, asker_id, conversation_id, because, placed_at)
    select gen_random_uuid(), tenant_id, twin_id, id, 'Question', 'key of ' || id, id, id, 'unanswered', now() from conversations;
  insert into citations (id, tenant_id, twin_id, message_id, ordinal, source_id, source_title, source_version_id, quote, locator, answer_start, answer_end)
    select gen_random_uuid(), tenant_id, twin_id, id, 0, id, 'Source', id, 'words', '{"start":0,"end":5}', 0, 5
    from messages where role = 'assistant';
  insert into jobs (id, tenant_id, twin_id, kind, subject_id, status, payload, max_attempts)
    select gen_random_uuid(), tenant_id, twin_id, 'ingestion', id, 'succeeded', '{}', 3 from sources;
  insert into source_syncs (id, tenant_id, twin_id, source_id, trigger, status, source_version_id)
    select gen_random_uuid(), tenant_id, twin_id, id, 'added', 'succeeded', live_version_id from sources, generate_series(1, 2);
  insert into sync_pages (id, tenant_id, twin_id, sync_id, address, outcome)
    select gen_random_uuid(), tenant_id, twin_id, id, 'https://example.com/' || m, 'added'
    from source_syncs, generate_series(1, 2) m;
  insert into content_findings (id, tenant_id, twin_id, kind, source_id, other_source_id)
    select gen_random_uuid(), tenant_id, twin_id, 'near_duplicate', id, id from sources;
  insert into verified_qna (id, tenant_id, twin_id, question, question_key, answer, source_id)
    select gen_random_uuid(), tenant_id, twin_id, 'words', id::text, 'words', id from sources;
  insert into access_groups (id, tenant_id, twin_id, name, rank)
    select gen_random_uuid(), tenant_id, id, 'Group ' || m, m from twins, generate_series(1, 2) m;
  insert into group_memberships (tenant_id, twin_id, group_id, kind, value)
    select tenant_id, twin_id, id, 'email', id || '@example.com' from access_groups;
  insert into group_usage (tenant_id, twin_id, group_id, subject_id, period, starts_at, question_count)
    select g.tenant_id, g.twin_id, g.id, v.id, 'day', date_trunc('day', now(), 'UTC'), 1
    from access_groups g join visitors v on v.twin_id = g.twin_id;
  insert into group_limits (group_id, tenant_id, twin_id, visitor_per_day)
    select id, tenant_id, twin_id, 10 from access_groups;
  insert into content_permissions (id, tenant_id, twin_id, group_id, source_id)
    select gen_random_uuid(), s.tenant_id, s.twin_id, g.id, s.id
    from sources s join access_groups g on g.twin_id = s.twin_id and g.rank = 1;
  insert into content_permissions (id, tenant_id, twin_id, group_id, verified_qna_id)
    select gen_random_uuid(), q.tenant_id, q.twin_id, g.id, q.id
    from verified_qna q join access_groups g on g.twin_id = q.twin_id and g.rank = 1;
  insert into verified_qna_versions (id, tenant_id, twin_id, verified_qna_id, number, question, phrasings, answer, actor_kind)
    select gen_random_uuid(), tenant_id, twin_id, id, m, 'words', '[]', 'words', 'user'
    from verified_qna, generate_series(1, 2) m;
  insert into verified_near_misses (id, tenant_id, twin_id, verified_qna_id, question, phrasing, score, because)
    select gen_random_uuid(), tenant_id, twin_id, id, 'words', 'words', .5, 'name' from verified_qna;
  insert into quality_tests (id, tenant_id, twin_id, question, expectations, origin, actor_kind)
    select gen_random_uuid(), tenant_id, id, 'words', '[]', 'hand', 'user' from twins, generate_series(1, 3);
  insert into quality_runs (id, tenant_id, twin_id, status, trigger, configuration, configuration_hash,
      content_revision, verified_revision, tests, actor_kind)
    select gen_random_uuid(), tenant_id, id, case when m = 3 then 'running' else 'succeeded' end,
      'asked', '{}', '', 0, 0, '[]', 'user'
    from twins, generate_series(1, 3) m;
  insert into quality_results (id, tenant_id, twin_id, run_id, test_id, test_revision, side,
      configuration_hash, verdict, answered, is_leak, is_over_refusal, detail)
    select gen_random_uuid(), r.tenant_id, r.twin_id, r.id, t.id, 1, 'tested', '', 'passed', true, false, false, '{}'
    from quality_runs r join quality_tests t on t.twin_id = r.twin_id;
  insert into releases (id, tenant_id, twin_id, number, configuration, configuration_hash, actor_kind)
    select gen_random_uuid(), tenant_id, id, m, '{}', '', 'user' from twins, generate_series(1, 3) m;
  update twins set current_release_id = r.id from releases r where r.twin_id = twins.id and r.number = 3;
  insert into job_logs (id, tenant_id, twin_id, job_id, attempt, level, message)
    select gen_random_uuid(), tenant_id, twin_id, id, 1, 'info', 'words' from jobs;
  insert into api_keys (id, tenant_id, name, kind, prefix, key_hash)
    select gen_random_uuid(), tenant_id, 'key', 'secret', 'us_sk_', sha256((tenant_id || '-' || m)::bytea)
    from made, generate_series(1, 3) m;
  insert into audit_events (id, tenant_id, actor_kind, action, subject_kind, outcome)
    select gen_random_uuid(), tenant_id, 'system', 'twin.create', 'twin', 'allowed' from twins`;

/** Gives the ids of one tenant with a busy twin among four hundred. */
export async function fillVolume(db: Database): Promise<Record<string, string>> {
  const ids = await engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(VOLUME);
    const [row] = await sql.rows<Record<string, string>>(`
      select t.tenant_id, t.id as twin_id, s.id as source_id, s.live_version_id as version_id, p.id as chunk_id,
        c.id as conversation_id, m.id as message_id, j.id as job_id, y.id as sync_id, k.id as api_key_id,
        q.id as verified_id, q.question_key, t.current_release_id as release_id,
        (select id from quality_runs where twin_id = t.id limit 1) as run_id,
        (select id from quality_tests where twin_id = t.id limit 1) as test_id, w.id as widget_id, l.id as share_link_id, v.id as visitor_id,
        e.id as visitor_session_id, (select id from access_groups where twin_id = t.id limit 1) as group_id, v.resume_hash
      from twins t
      join sources s on s.twin_id = t.id join jobs j on j.subject_id = s.id
      join chunks p on p.source_version_id = s.live_version_id
      join source_syncs y on y.source_id = s.id
      join verified_qna q on q.source_id = s.id
      join conversations c on c.twin_id = t.id
      join messages m on m.conversation_id = c.id and m.role = 'assistant'
      join api_keys k on k.tenant_id = t.tenant_id
      join widgets w on w.twin_id = t.id join share_links l on l.twin_id = t.id
      join visitors v on v.twin_id = t.id join visitor_sessions e on e.visitor_id = v.id
      where t.handle = 'twin-1-1' limit 1`);
    return row!;
  });
  await engineOf(db).ownerTransaction((sql) => sql.run("analyze"));
  return ids;
}
