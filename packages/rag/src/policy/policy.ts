/** Something that may be asked or spoken of; each example is a question about it, or a word that only it has. */
export interface TopicRule {
  id: string;
  name: string;
  examples: readonly string[];
}

export interface RefusedTopic extends TopicRule {
  /** Said instead of an answer. */
  reply: string;
}

export interface PhraseRule {
  id: string;
  /** `*` at a word's edge stands for any letters there, alone for a few words. */
  phrase: string;
  /** Said instead of the sentence; empty: nothing is. */
  replacement: string;
}

export interface Disclaimer {
  id: string;
  text: string;
  place: "before" | "after";
  /** Null: with every answer. */
  topic: Pick<TopicRule, "examples"> | null;
}

/**
 * What holds for answers, whoever writes them: the owner's for a twin, the tenant's for all its twins
 * alike, and those of a group that whoever asks is in.
 */
export interface Policy {
  scope: "twin" | "tenant" | "group";
  /** Empty: every topic that is not refused. */
  allowedTopics: readonly TopicRule[];
  outsideReply: string;
  refusedTopics: readonly RefusedTopic[];
  blockedPhrases: readonly PhraseRule[];
  disclaimers: readonly Disclaimer[];
}

/** The rule by which something was refused, withheld or added. */
export interface RuleRef {
  scope: Policy["scope"];
  kind: "refused_topic" | "allowed_topics" | "blocked_phrase" | "disclaimer";
  /** Null: the list of allowed topics as a whole. */
  id: string | null;
}
