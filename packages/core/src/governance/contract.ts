import { VIOLATION_KINDS } from "@understudy/db/column-values";
import { PERSONAL_KINDS } from "@understudy/rag/policy/personal/kinds";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { BlockedPhrase, Disclaimer, RefusedTopic } from "../policy/contract.ts";
import { ProviderId } from "../provider/contract.ts";

/** Null: for as long as what it belongs to. */
const Days = z.int().min(1).max(3_650).nullable();
const Names = z.array(z.string().trim().min(1).max(200)).max(50);

/** Of each kind of data, after how many days it goes. The audit log is a chain, and is never thinned. */
export const Retention = z.object({
  /** Since something was last said in them. */
  conversations: Days,
  /** What visitors told of themselves, since they were last there. */
  visitors: Days,
  /** How answers were made: passages looked at, prompts, tokens. */
  traces: Days,
  jobLogs: Days,
  /** That something was exported; the files themselves are kept for a day. */
  exports: Days,
});
export type Retention = z.infer<typeof Retention>;

export const PersonalData = z.enum(PERSONAL_KINDS);
export type PersonalData = z.infer<typeof PersonalData>;

export const RedactionRules = z.object({
  kinds: z.array(PersonalData).max(PERSONAL_KINDS.length),
  /** Hides it before what visitors write is kept, or read by anything else. */
  storage: z.boolean(),
  /** Hides it before a model or reranker outside reads questions, history or passages. */
  provider: z.boolean(),
  /** Hides it in answers, and in the quotes below them. */
  answers: z.boolean(),
  /** Never hidden: an expert's own address. */
  except: z.array(z.string().trim().min(3).max(200)).max(100),
});

/** A topic may be told by its name alone, and a disclaimer by its text. */
const BlockedTopic = z.preprocess(
  (given) => (typeof given === "string" ? { name: given, examples: [], reply: "" } : given),
  RefusedTopic.extend({
    examples: RefusedTopic.shape.examples.default([]),
    reply: RefusedTopic.shape.reply.default(""),
  }),
);
const AddedDisclaimer = z.preprocess(
  (given) => (typeof given === "string" ? { text: given } : given),
  Disclaimer.extend({
    place: Disclaimer.shape.place.default("after"),
    topic: Disclaimer.shape.topic.default(null),
  }),
);

/** What holds whoever made a twin, and whichever of its versions answers: held by code, before and after the model. */
export const GovernanceRules = z.object({
  retentionDays: Retention,
  redaction: RedactionRules,
  blockedTopics: z.array(BlockedTopic).max(30),
  blockedPhrases: z.array(BlockedPhrase).max(200),
  disclaimers: z.array(AddedDisclaimer).max(20),
  /** A written answer says nothing that no passage supports; what an owner verified is vouched for by its owner. */
  requireCitations: z.boolean(),
  /** Null: whichever is configured. */
  allowedProviders: Names.nullable(),
  allowedModels: Names.nullable(),
});
export type GovernanceRules = z.infer<typeof GovernanceRules>;

export const NO_RULES: GovernanceRules = {
  retentionDays: {
    conversations: null,
    visitors: null,
    traces: null,
    jobLogs: null,
    exports: null,
  },
  redaction: { kinds: [], storage: false, provider: false, answers: false, except: [] },
  blockedTopics: [],
  blockedPhrases: [],
  disclaimers: [],
  requireCitations: false,
  allowedProviders: null,
  allowedModels: null,
};

/** Null: the rules of the tenant, for all its twins. */
export const GovernanceRef = z.object({ twinId: Id.nullable().default(null) });

export const GovernanceChanges = GovernanceRules.extend({
  retentionDays: Retention.partial(),
  redaction: RedactionRules.partial(),
}).partial();
export type GovernanceChanges = z.infer<typeof GovernanceChanges>;
export const UpdateGovernanceInput = GovernanceRef.extend(GovernanceChanges.shape);

/** Who is called outside for something, and whether that is allowed. */
export const GovernedProvider = z.object({
  id: ProviderId,
  provider: z.string(),
  model: z.string(),
  isAllowed: z.boolean(),
});
export type GovernedProvider = z.infer<typeof GovernedProvider>;

export const Governance = GovernanceRules.extend({
  twinId: Id.nullable(),
  /** Of a twin: what its tenant says, which it can only add to. */
  inherited: GovernanceRules.nullable(),
  /** What holds: the tenant's and the twin's together. */
  effective: GovernanceRules,
  providers: z.array(GovernedProvider),
  updatedAt: Timestamp.nullable(),
});
export type Governance = z.infer<typeof Governance>;

export const ViolationKind = z.enum(VIOLATION_KINDS);

export const Violation = z.object({
  id: Id,
  twinId: Id,
  twinName: z.string(),
  conversationId: Id.nullable(),
  messageId: Id.nullable(),
  kind: ViolationKind,
  /** Of what kind the data was, or the rule's or provider's name. */
  subject: z.string(),
  count: z.int(),
  createdAt: Timestamp,
});
export type Violation = z.infer<typeof Violation>;

export const ListViolationsInput = PageInput.extend({
  twinId: Id.optional(),
  kind: ViolationKind.optional(),
});
export const ViolationCount = z.object({
  kind: ViolationKind,
  subject: z.string(),
  count: z.int(),
  messages: z.int(),
});
export type ViolationCount = z.infer<typeof ViolationCount>;

export const ViolationPage = pageOf(Violation).extend({
  /** Of the last 30 days. */
  counts: z.array(ViolationCount),
});

export const PreviewInput = GovernanceRef.extend({
  text: z.string().max(8_000),
  /** Tried out in place of those that are saved. */
  rules: GovernanceChanges.optional(),
});

const Refusing = z.object({ subject: z.string(), reply: z.string() });
const Hidden = z.object({ text: z.string(), found: z.array(PersonalData) });

/** What would become of a text, as a question and as an answer. */
export const GovernancePreview = z.object({
  asQuestion: z.object({
    /** As it would be kept. */
    stored: Hidden,
    /** As a provider would read it. */
    sent: Hidden,
    refused: Refusing.nullable(),
  }),
  asAnswer: z.object({
    /** With what would be left out, hidden and added. */
    said: Hidden,
    withheld: z.array(z.object({ text: z.string(), subject: z.string(), instead: z.string() })),
    disclaimers: z.array(z.string()),
  }),
  /** Who would be called outside, and who not. */
  providers: z.array(GovernedProvider),
});
export type GovernancePreview = z.infer<typeof GovernancePreview>;
