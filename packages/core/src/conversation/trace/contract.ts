import { PERSONAL_KINDS } from "@understudy/rag/policy/personal/kinds";
import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import { StageScores } from "../../knowledge/contract.ts";
import { Locator } from "../../source/contract.ts";
import { Message } from "../contract.ts";

/** What made an answer bad, as far as a rule can tell; `fine`: nothing that it knows of. */
export const Cause = z.enum([
  "fine",
  "policy",
  "model",
  "content_gap",
  "retrieval_miss",
  "writing",
  "stopped",
]);
export type Cause = z.infer<typeof Cause>;

/** What people call it; earlier traces do not say. */
const RuleName = z.string().nullable().default(null);
const Rule = z.object({
  scope: z.enum(["twin", "tenant", "group"]),
  kind: z.enum(["refused_topic", "allowed_topics", "blocked_phrase", "disclaimer"]),
  id: z.string().nullable(),
});

const HiddenData = z.object({ kind: z.enum(PERSONAL_KINDS) });

/** A passage that was looked at; without its text where that is live no more. */
const Looked = z.object({
  chunkId: Id.nullable(),
  sourceId: Id.nullable(),
  sourceTitle: z.string().nullable(),
  text: z.string().nullable(),
  locator: Locator.nullable(),
  scores: StageScores.nullable(),
  /** Of the words that carry the question, the share that it has; null without its text. */
  share: z.number().nullable(),
});
export type Looked = z.infer<typeof Looked>;

export const MessageTrace = z.object({
  message: Message,
  conversationId: Id,
  twinId: Id,
  question: z.string(),
  /** As it was searched for. */
  standalone: z.string(),
  /** In the other languages of the sources, where a model put it into them. */
  translations: z.array(z.string()),
  /** Null: the draft answered. */
  release: z.object({ id: Id, number: z.int() }).nullable(),
  cause: Cause,
  writer: z.enum(["model", "quotation"]).nullable(),
  degradedBecause: z.string().nullable(),
  finish: z.string().nullable(),
  confidence: z.number().nullable(),
  tokens: z.object({ input: z.int(), output: z.int() }).nullable(),
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  verified: z
    .object({
      verifiedAnswerId: Id,
      phrasing: z.string(),
      score: z.number(),
      because: z.string().nullable(),
      decidedBy: z.enum(["words", "model"]),
    })
    .nullable(),
  policy: z
    .object({
      refused: z.object({ rule: Rule, name: RuleName, matched: z.string().nullable() }).nullable(),
      withheld: z.array(
        z.object({
          rule: Rule,
          name: RuleName,
          text: z.string(),
          matched: z.string(),
          instead: z.string(),
        }),
      ),
      disclaimers: z.array(Rule),
      /** Personal data that was hidden, by what it was. */
      hidden: z
        .object({ provider: z.array(HiddenData), answer: z.array(HiddenData) })
        .default({ provider: [], answer: [] }),
      isUncited: z.boolean().default(false),
    })
    .nullable(),
  passages: z.array(Looked.extend({ isCited: z.boolean() })),
  dropped: z.array(Looked.extend({ because: z.string() })),
  prompt: z.array(z.object({ role: z.string(), content: z.string() })).nullable(),
  /** How much meaning counted beside words, of what it usually does; null where it did not. */
  denseShare: z.number().nullable(),
  timingsMs: z.record(z.string(), z.number()),
});
export type MessageTrace = z.infer<typeof MessageTrace>;

export const TraceInput = z.object({ messageId: Id });
