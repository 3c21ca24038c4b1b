import { RUN_STATUSES, RUN_TRIGGERS, TEST_ORIGINS, VERDICTS } from "@understudy/db/column-values";
import { z } from "zod";
import { MAX_MESSAGE_CHARACTERS } from "../conversation/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { Locator } from "../source/contract.ts";

/** Of one twin; a run asks each of them, twice when it compares. */
export const MAX_TESTS = 500;
const MAX_EXPECTATIONS = 12;
const MAX_WORDS = 2_000;

const Words = z.string().trim().min(1, "Write the words.").max(MAX_WORDS);
const ofSource = { sourceId: Id, sourceTitle: z.string() };
const CitesSource = z.object({ kind: z.literal("cites_source"), sourceId: Id });
const CitesPassage = z.object({ kind: z.literal("cites_passage"), chunkId: Id });
const VerifiedFires = z.object({
  kind: z.literal("verified"),
  /** This one; without it, any. */
  verifiedAnswerId: Id.optional(),
});
const Plain = [
  z.object({ kind: z.literal("contains"), text: Words }),
  z.object({ kind: z.literal("lacks"), text: Words }),
  z.object({ kind: z.literal("refuses") }),
  VerifiedFires,
  /** Of the sentences that claim something, the share that a quote supports, from 0 to 1. */
  z.object({ kind: z.literal("supported"), share: z.number().min(0).max(1) }),
  /** As a model judges it. */
  z.object({ kind: z.literal("judged"), demand: Words }),
] as const;

export const NewExpectation = z.discriminatedUnion("kind", [CitesSource, CitesPassage, ...Plain]);
export type NewExpectation = z.infer<typeof NewExpectation>;

/** What a good answer must show. */
export const Expectation = z.discriminatedUnion("kind", [
  CitesSource.extend(ofSource),
  /** The passage as it was when it was named; it is found again by what it says. */
  CitesPassage.extend({ ...ofSource, text: z.string() }),
  ...Plain,
]);
export type Expectation = z.infer<typeof Expectation>;

export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;
export const TestOrigin = z.enum(TEST_ORIGINS);

const LastResult = z.object({
  runId: Id,
  verdict: Verdict,
  isLeak: z.boolean(),
  isOverRefusal: z.boolean(),
  /** Of the test as it is now. */
  isCurrent: z.boolean(),
  at: Timestamp,
});

export const QualityTest = z.object({
  id: Id,
  twinId: Id,
  question: z.string(),
  expectations: z.array(Expectation),
  origin: TestOrigin,
  /** Counts its edits, from 1. */
  revision: z.int(),
  /** What its last run said; null before the first. */
  last: LastResult.nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type QualityTest = z.infer<typeof QualityTest>;
/** One that something rests on, or that rests on something. */
export const RestingTest = QualityTest.pick({ id: true, question: true });
export const QualityTestPage = pageOf(QualityTest);

const TestFields = z.object({
  question: z.string().trim().min(1, "Ask something.").max(MAX_MESSAGE_CHARACTERS),
  expectations: z
    .array(NewExpectation)
    .min(1, "Say what a good answer must show.")
    .max(MAX_EXPECTATIONS),
});
export const TestRef = z.object({ testId: Id });
export const ListTestsInput = PageInput.extend({ twinId: Id });
export const CreateTestInput = TestFields.extend({
  twinId: Id,
  origin: TestOrigin.default("hand"),
});
export const UpdateTestInput = TestFields.partial().extend({
  testId: Id,
  /** The one that was seen; a later one refuses the change. */
  revision: z.int().optional(),
});

export const DraftTestsInput = z.object({
  twinId: Id,
  limit: z.int().min(1).max(40).default(16),
});
/** A test that nobody has taken yet. */
export const TestDraft = z.object({
  question: z.string(),
  expectations: z.array(Expectation),
  /** What it is to find out. */
  purpose: z.enum(["answers", "refuses", "resists", "keeps_to_boundary"]),
});
export type TestDraft = z.infer<typeof TestDraft>;
export const TestDraftList = z.object({ items: z.array(TestDraft) });

export const RunTrigger = z.enum(RUN_TRIGGERS);
export const RunStatus = z.enum(RUN_STATUSES);

export const RunSummary = z.object({
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  /** Passed in what it is compared with, and does no more. */
  regressed: z.int(),
  fixed: z.int(),
  /** Answered what should be refused. */
  leaks: z.int(),
  /** Refused what should be answered. */
  overRefusals: z.int(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** Every test of a twin, asked of a configuration over what was live then. */
export const QualityRun = z.object({
  id: Id,
  twinId: Id,
  status: RunStatus,
  trigger: RunTrigger,
  /** Whose configuration is tested; null: the draft's. */
  releaseId: Id.nullable(),
  /** The release it is compared with; without one, the last run before it. */
  comparedReleaseId: Id.nullable(),
  /** Answers given, of those that are to be. */
  progress: z.object({ done: z.int(), total: z.int() }),
  /** While it runs: of what is known. */
  summary: RunSummary,
  jobId: Id.nullable(),
  failure: z.object({ reason: z.string() }).optional(),
  tokensSpent: z.int(),
  isSeen: z.boolean(),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type QualityRun = z.infer<typeof QualityRun>;
export const QualityRunPage = pageOf(QualityRun);

export const JudgedExpectation = z.object({
  expectation: Expectation,
  verdict: Verdict,
  /** Why it did not pass: a stable key. */
  because: z.string().nullable(),
  /** What the model that judged it said. */
  remark: z.string().optional(),
});
export type JudgedExpectation = z.infer<typeof JudgedExpectation>;

const TestedCitation = z.object({
  sourceId: Id,
  sourceVersionId: Id,
  sourceTitle: z.string(),
  chunkId: Id.nullable(),
  quote: z.string(),
  locator: Locator,
  answerSpan: z.object({ start: z.int(), end: z.int() }),
});

export const TestedAnswer = z.object({
  text: z.string(),
  citations: z.array(TestedCitation),
  answered: z.boolean(),
  isVerified: z.boolean(),
  writer: z.enum(["model", "quotation"]).nullable(),
  model: z.string().nullable(),
  supportedShare: z.number().nullable(),
  durationMs: z.number(),
  judged: z.array(JudgedExpectation),
});
export type TestedAnswer = z.infer<typeof TestedAnswer>;

export const TestOutcome = TestedAnswer.extend({ verdict: Verdict });
export type TestOutcome = z.infer<typeof TestOutcome>;
export const OutcomeChange = z.enum(["new", "same", "regressed", "fixed"]);

export const RunResult = z.object({
  testId: Id,
  question: z.string(),
  /** Null while it was not asked yet. */
  tested: TestOutcome.nullable(),
  compared: TestOutcome.nullable(),
  change: OutcomeChange.nullable(),
  isLeak: z.boolean(),
  isOverRefusal: z.boolean(),
  /** In the run before this one. */
  previousVerdict: Verdict.nullable(),
});
export type RunResult = z.infer<typeof RunResult>;
export const QualityRunDetail = QualityRun.extend({ results: z.array(RunResult) });

export const RunRef = z.object({ runId: Id });
export const RunInput = z.object({
  twinId: Id,
  /** What is tested; without it, the draft. */
  releaseId: Id.optional(),
});
export const ListRunsInput = PageInput.extend({ twinId: Id });

export const Standing = z.object({
  twinId: Id,
  testCount: z.int(),
  lastRun: QualityRun.nullable(),
  /** What changed for the worse with what the twin knows, and its owner has not looked at. */
  notice: QualityRun.nullable(),
});
