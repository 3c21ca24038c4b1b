import type { CompiledPolicy } from "./compile-policies.ts";
import { readForPhrases } from "./match-phrase.ts";
import { SPEAKS_OF } from "./match-topic.ts";
import type { PersonalSpan } from "./personal/kinds.ts";
import { type Redaction, redact } from "./personal/redact.ts";
import type { RuleRef } from "./policy.ts";

/** A sentence that was written and not said. */
export interface Intervention {
  rule: RuleRef;
  text: string;
  /** The topic's name, or the phrase. */
  name: string;
  /** The rule's words that it was told by. */
  matched: string;
  /** Said in its place; empty where nothing was. */
  instead: string;
  /** What to say where nothing of the answer is left; empty where the rule does not tell. */
  reply: string;
}

export interface SpeechGuard {
  /**
   * What forbids to say these words next; null where nothing does. Each verdict against them is kept.
   * Words that the owner vouches for may speak of what the twin may not.
   */
  judge(text: string, options?: { isVouchedFor?: boolean }): Intervention | null;
  /** As they may be said: with what is personal hidden, where it is to be. */
  hide(text: string): string;
  /** These words were said: a phrase may begin in them. */
  said(text: string): void;
  readonly interventions: Intervention[];
  /** What was hidden. */
  readonly hidden: Pick<PersonalSpan, "kind">[];
}

/** As far back as the longest phrase may reach. */
const REMEMBERED = 400;

/** Stands between what was written, whoever wrote it, and who reads it. */
export function createSpeechGuard(
  policies: readonly CompiledPolicy[],
  redaction: Redaction | null = null,
): SpeechGuard {
  const interventions: Intervention[] = [];
  const hidden: SpeechGuard["hidden"] = [];
  const used = new Set<string>();
  let before = "";
  return {
    interventions,
    hidden,
    judge(text, { isVouchedFor = false } = {}) {
      const found =
        findBlocked(policies, text, before) ?? (isVouchedFor ? null : findRefused(policies, text));
      if (!found) return null;
      // The same words again and again would read like a fault.
      const instead = used.has(found.instead) ? "" : found.instead;
      used.add(instead);
      const intervention = { ...found, instead };
      interventions.push(intervention);
      return intervention;
    },
    hide(text) {
      if (redaction === null) return text;
      const redacted = redact(text, redaction);
      hidden.push(...redacted.found);
      return redacted.text;
    },
    said(text) {
      before = (before + text).slice(-REMEMBERED);
    },
  };
}

function findBlocked(
  policies: readonly CompiledPolicy[],
  text: string,
  before: string,
): Intervention | null {
  if (policies.every(({ phrases }) => phrases.length === 0)) return null;
  const read = readForPhrases(text, before);
  for (const { policy, phrases } of policies) {
    const blocked = phrases.find(({ matcher }) => matcher.isIn(read))?.rule;
    if (!blocked) continue;
    const { id, phrase: matched, replacement } = blocked;
    const rule = { scope: policy.scope, kind: "blocked_phrase", id } as const;
    return { rule, text, name: matched, matched, instead: replacement, reply: replacement };
  }
  return null;
}

function findRefused(policies: readonly CompiledPolicy[], text: string): Intervention | null {
  for (const { policy, refused } of policies) {
    const spoken = refused.find(text, SPEAKS_OF);
    const topic = spoken && policy.refusedTopics.find(({ id }) => id === spoken.id);
    if (!topic) continue;
    const rule = { scope: policy.scope, kind: "refused_topic", id: topic.id } as const;
    const { name, reply } = topic;
    return { rule, text, name, matched: spoken.matched, instead: "", reply };
  }
  return null;
}
