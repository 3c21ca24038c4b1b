import type { CompiledPolicy } from "./compile-policies.ts";
import { ASKS_ABOUT, MAY_ASK_ABOUT } from "./match-topic.ts";
import type { RuleRef } from "./policy.ts";

/** A question that is not to be answered, and what to say instead; an empty reply is for the asker to fill. */
export interface Refusal {
  rule: RuleRef;
  reply: string;
  /** The topic's name; null where it is on none that is allowed. */
  name: string | null;
  /** The owner's word or example that it was told by; null where none let it in. */
  matched: string | null;
  decidedBy: "words" | "model";
}

/** Why a question is refused by what it asks about, in any of the wordings it has. */
export function findRefused(
  policies: readonly CompiledPolicy[],
  wordings: readonly string[],
): Refusal | null {
  return firstOf(policies, (compiled) => refuse(compiled, wordings));
}

/** The same, and whether it asks about something that is allowed where only that is. */
export function judgeQuestion(
  policies: readonly CompiledPolicy[],
  wordings: readonly string[],
): Refusal | null {
  return findRefused(policies, wordings) ?? firstOf(policies, (each) => keepOut(each, wordings));
}

function firstOf(
  policies: readonly CompiledPolicy[],
  judge: (policy: CompiledPolicy) => Refusal | null,
): Refusal | null {
  return policies.reduce<Refusal | null>((found, policy) => found ?? judge(policy), null);
}

function refuse({ policy, refused }: CompiledPolicy, wordings: readonly string[]): Refusal | null {
  for (const wording of wordings) {
    const match = refused.find(wording, ASKS_ABOUT);
    const topic = match && policy.refusedTopics.find(({ id }) => id === match.id);
    if (!topic) continue;
    return {
      rule: { scope: policy.scope, kind: "refused_topic", id: topic.id },
      reply: topic.reply,
      name: topic.name,
      matched: match.matched,
      decidedBy: "words",
    };
  }
  return null;
}

function keepOut({ policy, allowed }: CompiledPolicy, wordings: readonly string[]): Refusal | null {
  if (policy.allowedTopics.length === 0) return null;
  if (wordings.some((wording) => allowed.find(wording, MAY_ASK_ABOUT))) return null;
  return {
    rule: { scope: policy.scope, kind: "allowed_topics", id: null },
    reply: policy.outsideReply,
    name: null,
    matched: null,
    decidedBy: "words",
  };
}
