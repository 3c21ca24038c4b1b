import type { Policy, RuleRef } from "@understudy/rag/policy/policy";

/** A rule by the words that people gave it; by what it is where it is gone. */
export function nameRule(policies: readonly Policy[], { kind, id }: RuleRef): string {
  for (const { refusedTopics, blockedPhrases, disclaimers } of policies) {
    const topic = refusedTopics.find((each) => each.id === id);
    if (topic) return topic.name;
    const phrase = blockedPhrases.find((each) => each.id === id);
    if (phrase) return phrase.phrase;
    const disclaimer = disclaimers.find((each) => each.id === id);
    if (disclaimer) return disclaimer.text;
  }
  return kind;
}
