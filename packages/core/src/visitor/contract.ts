import { VISITOR_CHANNELS } from "@understudy/db/column-values";
import { z } from "zod";
import { Conversation, Message } from "../conversation/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { Handle, Twin } from "../twin/contract.ts";
import { Proof as DomainProof } from "../verification/contract.ts";
import { Theme } from "../widget/theme.ts";
import { Lead } from "./lead.ts";

const shown = z.string().min(1).max(300);

/** What lets a visitor in: the key of a widget, the slug of a link, or the handle of a public page. */
export const Via = z.union([
  z.strictObject({ publishableKey: shown }),
  z.strictObject({ shareSlug: shown, password: z.string().max(200).optional() }),
  z.strictObject({ handle: shown }),
]);
export type Via = z.infer<typeof Via>;

/** All that anyone learns of a twin before they ask. */
export const VisitorTwin = Twin.pick({
  name: true,
  headline: true,
  bio: true,
  avatarUrl: true,
  language: true,
  firstMessage: true,
  starterQuestions: true,
}).extend({ handle: Handle });
export type VisitorTwin = z.infer<typeof VisitorTwin>;

export const VisitorFace = z.object({
  twin: VisitorTwin,
  channel: z.enum(VISITOR_CHANNELS),
  theme: Theme,
  lead: Lead,
  /** Of which domain the twin's owner has shown control. */
  proof: DomainProof.nullable(),
});
export type VisitorFace = z.infer<typeof VisitorFace>;
export const FaceInput = z.object({ via: Via });

/** A puzzle: some `solution` gives SHA-256(`${challenge}.${solution}`) that begins with `bits` zero bits. */
export const Challenge = z.object({ challenge: z.string(), bits: z.int(), expiresAt: Timestamp });
export const Proof = z.object({
  challenge: z.string().min(1).max(2_000),
  solution: z.string().min(1).max(64),
});

export const StartVisitInput = z.object({
  via: Via,
  /** What an earlier start gave: the same visitor, in the conversation that was last spoken in. */
  resumeToken: z.string().max(200).optional(),
  /** A conversation of its own, whatever was said before. */
  fresh: z.boolean().default(false),
  /** After a refusal by `visitor.challenge_required`. */
  proof: Proof.optional(),
});

export const StartedVisit = VisitorFace.extend({
  /** The bearer of all that follows; start again when it is refused. */
  token: z.string(),
  expiresAt: Timestamp,
  /** To be kept by the browser, and shown to nobody. */
  resumeToken: z.string(),
  conversationId: Id,
  /** Something was said in this conversation before. */
  isContinued: z.boolean(),
});

export const VisitorHistory = Conversation.pick({ id: true, createdAt: true }).extend({
  messages: z.array(Message),
});

export const EmailCode = z.strictObject({
  sealed: z.string().min(1).max(2_000),
  digits: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "Six digits."),
});

/** Signed by the customer's server, or told by the visitor with consent to the words that were shown. */
export const IdentifyInput = z.union([
  z.strictObject({ identityToken: z.string().min(1).max(4_000) }),
  z.strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    email: z.email().max(200).optional(),
    consent: z.literal(true, "This needs the visitor's consent."),
    consentText: z.string().max(1_000),
    /** What was mailed to the address, with what the first attempt gave. */
    code: EmailCode.optional(),
  }),
]);

export const VisitorIdentity = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** The customer's server vouches for it, or a code that was mailed came back. */
  isVerified: z.boolean(),
  /** Nothing was kept yet: a code was mailed, and comes back with this. */
  codeSealed: z.string().optional(),
});
