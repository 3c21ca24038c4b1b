import { createPhraseMatcher, type PhraseMatcher } from "./match-phrase.ts";
import { createTopicMatcher, type TopicMatcher } from "./match-topic.ts";
import type { PhraseRule, Policy } from "./policy.ts";

/** A policy made ready to be asked. */
export interface CompiledPolicy {
  policy: Policy;
  refused: TopicMatcher;
  allowed: TopicMatcher;
  /** The topics of those disclaimers that have one, by the disclaimer's id. */
  noted: ReadonlyMap<string, TopicMatcher>;
  phrases: readonly { rule: PhraseRule; matcher: PhraseMatcher }[];
}

export async function compilePolicy(policy: Policy): Promise<CompiledPolicy> {
  const noted = new Map<string, TopicMatcher>();
  for (const { id, topic } of policy.disclaimers) {
    if (topic) noted.set(id, await createTopicMatcher([{ id, name: "", ...topic }]));
  }
  return {
    policy,
    refused: await createTopicMatcher(policy.refusedTopics),
    allowed: await createTopicMatcher(policy.allowedTopics),
    noted,
    phrases: policy.blockedPhrases.map((rule) => ({
      rule,
      matcher: createPhraseMatcher(rule.phrase),
    })),
  };
}
