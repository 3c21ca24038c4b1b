/** What columns of few values may hold; contracts are made from the same lists. */
export const JOB_KINDS = [
  "ingestion",
  "reindex",
  "index_fill",
  "resync",
  "health_check",
  "quality_run",
  "export",
  "erasure",
  "bundle",
  "notice",
  "retention",
  "reconcile",
  "webhook",
  "verification",
  "import",
  "clustering",
  "follow_up",
  "weighing",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Upkeep that nobody waits for: it gives way to the rest of its tenant's jobs, and leaves them a slot. */
const UPKEEP_KINDS: ReadonlySet<JobKind> = new Set([
  "reindex",
  "index_fill",
  "resync",
  "health_check",
  "retention",
  "reconcile",
  "verification",
  "clustering",
  "weighing",
]);
export const isUpkeep = (kind: JobKind): boolean => UPKEEP_KINDS.has(kind);

export const JOB_STATUSES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const SOURCE_KINDS = [
  "file",
  "url",
  "sitemap",
  "youtube",
  "note",
  "qna",
  /** A belief of the twin's owner, which has a screen of its own. */
  "belief",
] as const;
export const SOURCE_STATUSES = ["processing", "live", "failed"] as const;

export const SYNC_INTERVALS = ["daily", "weekly", "monthly"] as const;
export type SyncInterval = (typeof SYNC_INTERVALS)[number];
export const SYNC_TRIGGERS = ["added", "asked", "schedule", "replaced", "edited", "recut"] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];
export const SYNC_STATUSES = ["running", "succeeded", "unchanged", "failed", "cancelled"] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

export const PAGE_OUTCOMES = [
  "added",
  "changed",
  "unchanged",
  "removed",
  "skipped",
  "failed",
] as const;
export type PageOutcome = (typeof PAGE_OUTCOMES)[number];

export const PASSAGE_CHANGES = ["added", "removed"] as const;
export type PassageChange = (typeof PASSAGE_CHANGES)[number];

export const FINDING_KINDS = [
  "near_duplicate",
  "contradiction",
  /** Pages from which hardly a word was read. */
  "thin",
  /** Words that nobody wrote: broken encodings, glyphs, bad recognition. */
  "garbled",
  "stale",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_STATUSES = ["open", "resolved", "dismissed"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export const OVERLAY_KINDS = ["edit", "hide", "pin"] as const;
export type OverlayKind = (typeof OVERLAY_KINDS)[number];
export const OVERLAY_STATUSES = ["applied", "changed", "unmatched"] as const;
export type OverlayStatus = (typeof OVERLAY_STATUSES)[number];
/** What corrections made of a passage: `trimmed` is one that repeated words of a corrected neighbour. */
export const PASSAGE_STATES = ["corrected", "hidden", "trimmed"] as const;
export type PassageState = (typeof PASSAGE_STATES)[number];

/** Who wrote a quality test: a person, a person from an answer, or a draft that a person took. */
export const TEST_ORIGINS = ["hand", "conversation", "content"] as const;
export const RUN_STATUSES = ["running", "succeeded", "failed", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
/** Why a run was begun: `content` is a change of what the twin knows. */
export const RUN_TRIGGERS = ["asked", "publish", "content"] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];
export const RESULT_SIDES = ["tested", "compared"] as const;
export type ResultSide = (typeof RESULT_SIDES)[number];
export const VERDICTS = ["passed", "failed", "skipped"] as const;

export const CLARIFICATION_STATUSES = ["open", "answered", "dismissed"] as const;
export type ClarificationStatus = (typeof CLARIFICATION_STATUSES)[number];
/** Why a question is put to the owner; `verified`: it was answered as they had said, and only counts. */
export const ASKED_BECAUSE = ["unanswered", "weak", "disliked", "verified"] as const;
export type AskedBecause = (typeof ASKED_BECAUSE)[number];

export const LEAD_CAPTURES = ["off", "optional", "required"] as const;
/** Where visitors come in. */
export const VISITOR_CHANNELS = ["link", "widget", "page"] as const;
export type VisitorChannel = (typeof VISITOR_CHANNELS)[number];
/** How someone came to be in the audience. */
export const VISITOR_SOURCES = [...VISITOR_CHANNELS, "import", "api"] as const;
export type VisitorSource = (typeof VISITOR_SOURCES)[number];

export const GENERATION_STATUSES = ["filling", "ready", "live", "dropped"] as const;

export const CITATION_VISIBILITIES = ["none", "excerpt", "full"] as const;
export type CitationVisibility = (typeof CITATION_VISIBILITIES)[number];

/** What people do that figures are made of. */
export const USER_EVENT_KINDS = [
  "visit_started",
  "question_asked",
  "answer_ended",
  "feedback_given",
  "lead_given",
  "answer_corrected",
] as const;
export type UserEventKind = (typeof USER_EVENT_KINDS)[number];

/** How an answer ended; `unsupported`: nothing that the twin was taught answers it. */
export const OUTCOMES = [
  "answered",
  "verified",
  "unsupported",
  "refused",
  "failed",
  "stopped",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an event tells, one bit each: those of several events add up by a bitwise or. */
export const EVENT_MARKS = {
  questions: 1 << 0,
  cameAgain: 1 << 1,
  answers: 1 << 2,
  /** Answered or verified. */
  given: 1 << 3,
  answered: 1 << 4,
  verified: 1 << 5,
  unsupported: 1 << 6,
  refused: 1 << 7,
  failed: 1 << 8,
  stopped: 1 << 9,
  /** Answered, and not all of it rests on a quote. */
  partly: 1 << 10,
  up: 1 << 11,
  down: 1 << 12,
  corrected: 1 << 13,
} as const satisfies Record<Outcome, number> & Record<string, number>;
export type EventMark = keyof typeof EVENT_MARKS;

export const CONVERSATION_FORMATS = ["csv", "jsonl"] as const;
export type ConversationFormat = (typeof CONVERSATION_FORMATS)[number];
/** `twin` is a bundle. */
export const EXPORT_FORMATS = [...CONVERSATION_FORMATS, "zip", "twin"] as const;
/** Of what a file is: some conversations, all that is kept of a subject, or a twin to be taken elsewhere. */
export const EXPORT_KINDS = ["conversations", "visitor", "twin", "tenant", "bundle"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const ERASURE_KINDS = ["visitor", "twin", "tenant"] as const;
export type ErasureKind = (typeof ERASURE_KINDS)[number];
/** `unwanted`: whoever it is for does not want to be written to. */
export const NOTICE_STATUSES = ["waiting", "sent", "failed", "unwanted"] as const;
/** Of what a webhook is told; `dropped`: the webhook was off when its turn came. */
export const DELIVERY_STATUSES = ["waiting", "delivered", "failed", "dropped"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const VERIFICATION_STATUSES = ["pending", "verified", "revoked"] as const;
/** How control of a domain is shown: a TXT record, or a file at a well-known path. */
export const PROOF_METHODS = ["dns", "file"] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** By what someone is in an access group. */
export const MEMBERSHIP_KINDS = [
  "link",
  "widget",
  "key",
  "claim",
  "email",
  "domain",
  "visitor",
] as const;
export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];
export const LIMIT_PERIODS = ["day", "month"] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** What members are told of by mail. */
export const NOTICE_KINDS = ["questions", "sources", "quality", "budget", "digest"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** `refused`: the receiving server says that it will never take it. */
export const NOTICE_MAIL_STATUSES = ["waiting", "sent", "refused"] as const;

/** What a rule did: hid personal data before it was kept, before a provider saw it, in an answer; refused, withheld, took back, forbade. */
export const VIOLATION_KINDS = [
  "redacted_stored",
  "redacted_provider",
  "redacted_answer",
  "refused",
  "withheld",
  "uncited",
  "forbidden_provider",
] as const;
export type ViolationKind = (typeof VIOLATION_KINDS)[number];
