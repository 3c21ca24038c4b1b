import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { vacuumNow } from "./vacuum-now.ts";

const DAYS = 90;
const WORDS = 400;
/** A question and its answer, twice. */
const MESSAGES_A_CONVERSATION = 4;
const SOURCES = 40;

/** Frequent words are among the first: the rank of a word is the square of an even draw. */
const word = `'word' || lpad((1 + (${WORDS} - 1) * random() ^ 2)::int::text, 3, '0')`;
/** Some, each once; drawn for every `n` anew, as what depends on nothing is drawn once for all. */
const terms = `select array_agg(distinct term) from (select ${word} as term from generate_series(1, 4 + 0 * n)) drawn`;

const steps = (conversations: number) => `
  insert into tenants (id, name, slug) values (gen_random_uuid(), 'Busy', 'busy-' || gen_random_uuid());
  create temporary table place on commit drop as select id as tenant_id from tenants where name = 'Busy'
    order by created_at desc limit 1;
  insert into twins (id, tenant_id, handle, name)
    select gen_random_uuid(), tenant_id, 'busy-' || gen_random_uuid(), 'Busy' from place;
  alter table place add twin_id uuid;
  update place set twin_id = t.id from twins t where t.tenant_id = place.tenant_id;
  insert into share_links (id, tenant_id, twin_id, name)
    select gen_random_uuid(), tenant_id, twin_id, 'Link ' || n from place, generate_series(1, 3) n;
  insert into sources (id, tenant_id, twin_id, title, kind)
    select gen_random_uuid(), tenant_id, twin_id, 'Source ' || n, 'note' from place, generate_series(1, ${SOURCES}) n;
  insert into visitors (id, tenant_id, twin_id, resume_hash, created_at)
    select gen_random_uuid(), tenant_id, twin_id, sha256((twin_id || '-' || n)::bytea), now() - make_interval(days => ${DAYS})
    from place, generate_series(1, greatest(1, ${conversations} * 2 / 3)) n;
  create temporary table someone on commit drop as
    select v.id, row_number() over () - 1 as n from visitors v join place p on p.twin_id = v.twin_id;
  create temporary table way on commit drop as
    select l.id, row_number() over () - 1 as n from share_links l join place p on p.twin_id = l.twin_id;
  insert into conversations (id, tenant_id, twin_id, channel, visitor_id, share_link_id, title, created_at, updated_at)
    select gen_random_uuid(), p.tenant_id, p.twin_id, 'link', s.id, w.id, 'Asked', t.at, t.at
    from place p, generate_series(1, ${conversations}) nth
      cross join lateral (select now() - make_interval(secs => ${DAYS} * 86400 * (1 - nth / ${conversations}.0)) as at) t
      join someone s on s.n = nth % greatest(1, ${conversations} * 2 / 3) join way w on w.n = nth % 3;
  create temporary table said on commit drop as
    select gen_random_uuid() as question_id, gen_random_uuid() as answer_id, c.id as conversation_id,
      c.created_at as at, n, random() as luck, (${terms}) as terms
    from conversations c join place p on p.twin_id = c.twin_id, generate_series(1, 2) n;
  insert into messages (id, tenant_id, twin_id, conversation_id, role, status, text, created_at)
    select question_id, tenant_id, twin_id, conversation_id, 'user', 'complete',
      'How do I ' || array_to_string(terms, ' ') || '?', at from said, place;
  insert into messages (id, tenant_id, twin_id, conversation_id, role, status, reply_to_id, answered, text, created_at)
    select answer_id, tenant_id, twin_id, conversation_id, 'assistant', 'complete', question_id, luck > .12,
      'You ' || array_to_string(terms, ' ') || '.', at from said, place;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
      share_link_id, language, terms, is_first, created_at, is_paired)
    select gen_random_uuid(), c.tenant_id, c.twin_id, 'question_asked', c.channel, c.id, s.question_id, c.visitor_id,
      v.created_at, c.share_link_id, 'en', s.terms, s.n = 1, s.at, true
    from said s join conversations c on c.id = s.conversation_id join visitors v on v.id = c.visitor_id;
  create temporary table taught on commit drop as
    select s.id, row_number() over () as n from sources s join place p on p.twin_id = s.twin_id;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
      share_link_id, language, terms, is_first, created_at, outcome, supported_share, total_ms, understand_ms, verified_ms,
      retrieve_ms, rerank_ms, write_ms, input_tokens, output_tokens, micro_cost, currency, source_ids, is_paired)
    select gen_random_uuid(), c.tenant_id, c.twin_id, 'answer_ended', c.channel, c.id, s.answer_id, c.visitor_id,
      v.created_at, c.share_link_id, 'en', s.terms, s.n = 1, s.at,
      case when s.luck > .2 then 'answered' when s.luck > .12 then 'verified' when s.luck > .03 then 'unsupported' else 'refused' end,
      case when s.luck > .2 then case when s.luck > .4 then 1 else s.luck end end,
      300 + 900 * random(), 5 * random(), 2 * random(), 20 * random(), 30 * random(), 200 + 800 * random(),
      800, 120, 2400, 'USD', case when s.luck > .2 then array(select id from taught where n in (1 + (s.luck * 100)::int % 40, 7)) end, true
    from said s join conversations c on c.id = s.conversation_id join visitors v on v.id = c.visitor_id;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
      share_link_id, language, terms, created_at, outcome, source_ids, rating)
    select gen_random_uuid(), tenant_id, twin_id, 'feedback_given', channel, conversation_id, message_id, visitor_id,
      visitor_since, share_link_id, language, terms, created_at, outcome, source_ids,
      case when outcome = 'unsupported' then 'down' else 'up' end
    from user_events where kind = 'answer_ended' and twin_id in (select twin_id from place) and random() < .1;
  insert into message_words (tenant_id, twin_id, message_id, conversation_id, words)
    select m.tenant_id, m.twin_id, m.id, m.conversation_id, words_of(m.text, m.twin_id)
    from messages m join place p on p.twin_id = m.twin_id`;

/** A twin that was asked for three months, and nothing else; of the ids, those that queries need. */
export async function fillTraffic(
  db: Database,
  { messages }: { messages: number },
): Promise<{ tenantId: string; twinId: string; shareLinkId: string; sourceId: string }> {
  const conversations = Math.max(1, Math.round(messages / MESSAGES_A_CONVERSATION));
  const ids = await engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(steps(conversations));
    const [row] = await sql.rows<{
      tenantId: string;
      twinId: string;
      shareLinkId: string;
      sourceId: string;
    }>(`
      select tenant_id as "tenantId", twin_id as "twinId", (select id from way limit 1) as "shareLinkId",
        (select id from taught limit 1) as "sourceId" from place`);
    return row!;
  });
  await vacuumNow(db);
  return ids;
}
