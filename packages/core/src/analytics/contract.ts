import { OUTCOMES } from "@understudy/db/column-values";
import { z } from "zod";
import { Slice } from "../conversation/filter.ts";
import { Id, Timestamp } from "../kernel/ids.ts";

/** An IANA name, as `Intl` knows it. */
const TimeZone = z.string().max(60).refine(isTimeZone, "There is no such time zone.");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** About one twin; without times, about the last thirty days with today. */
export const AnalyticsInput = Slice.extend({
  twinId: Id,
  /** Says when a day begins. */
  timeZone: TimeZone.default("UTC"),
  /** Whether to count the time before as well, as long as this one. */
  compare: z.boolean().default(true),
});
export type AnalyticsInput = z.output<typeof AnalyticsInput>;

export const Period = z.object({ from: Timestamp, to: Timestamp });
export type Period = z.infer<typeof Period>;

/** How often it happened, and how many conversations a list has that is narrowed to it. */
export const Counted = z.object({ count: z.int(), conversations: z.int() });
export type Counted = z.infer<typeof Counted>;

const Share = z.number().min(0).max(1).nullable();

export const Figures = z.object({
  /** Those in which something was asked. */
  conversations: z.int(),
  questions: z.int(),
  /** Those that ended in some way, whatever came of them. */
  answers: Counted,
  visitors: Counted,
  /** They asked on a later day (UTC) than the one they first came on. */
  returningVisitors: Counted,
  outcomes: z.record(z.enum(OUTCOMES), Counted),
  /** From the sources or as they were verified. */
  answered: Counted,
  /** Of all answers; null: there are none. */
  shares: z.object({ answered: Share, verified: Share, unsupported: Share, refused: Share }),
  /** Answered, and not all of it rests on a quote. */
  partlySupported: Counted,
  corrected: Counted,
  feedback: z.object({ up: Counted, down: Counted }),
  tokens: z.object({ input: z.int(), output: z.int() }),
});
export type Figures = z.infer<typeof Figures>;

export const Latency = z.object({
  stage: z.enum(["understand", "verified", "retrieve", "rerank", "write", "total"]),
  /** How many went through this stage. */
  answers: z.int(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
});

export const Cost = z.object({
  /** Null: quotations and verified answers, which no model wrote. */
  model: z.string().nullable(),
  answers: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Null: the price is not known. */
  currency: z.string().nullable(),
  amount: z.number().nullable(),
});

const Told = z.object({ figures: Figures, latency: z.array(Latency), costs: z.array(Cost) });

const Head = z.object({
  twinId: Id,
  ...Period.shape,
  /** Null: it was not asked for. */
  before: Period.nullable(),
});

export const Overview = Head.extend({ current: Told, previous: Told.nullable() });

export const Bucket = z.enum(["hour", "day", "week", "month"]);
export type Bucket = z.infer<typeof Bucket>;
export const TimeseriesInput = AnalyticsInput.omit({ compare: true }).extend({
  /** How wide a point is; without it, as wide as leaves a line that can be read. */
  bucket: Bucket.optional(),
});
export const Timeseries = z.object({
  twinId: Id,
  ...Period.shape,
  bucket: Bucket,
  timeZone: z.string(),
  /** Each lasts until the next one begins; there is one for times in which nothing happened, too. */
  points: z.array(Period.extend({ figures: Figures })),
});

export const Dimension = z.enum([
  "channel",
  "shareLink",
  "widget",
  "apiKey",
  "accessGroup",
  "release",
  "language",
]);
export type Dimension = z.infer<typeof Dimension>;
export const BreakdownInput = AnalyticsInput.extend({ by: Dimension });

/** How often things happened in the time before. In how many conversations is not counted: nothing opens them. */
export const Earlier = z.object({
  questions: z.int(),
  answers: z.int(),
  shares: Figures.shape.shares,
  partlySupported: z.int(),
  corrected: z.int(),
  feedback: z.object({ up: z.int(), down: z.int() }),
});
export type Earlier = z.infer<typeof Earlier>;

const Compared = { current: Figures, previous: Earlier.nullable() };

export const Breakdown = Head.extend({
  by: Dimension,
  /** The most asked first. What an access group asked counts under each of a visitor's groups. */
  parts: z.array(
    z.object({
      /** The value by which a list of conversations is narrowed to this part; null: those without a value. */
      key: z.string().nullable(),
      /** Null: it is not there any more, or has no name. */
      name: z.string().nullable(),
      ...Compared,
    }),
  ),
});

/** Of every twin; ways in are one twin's own, and nothing to compare by. */
export const TwinsInput = AnalyticsInput.pick({
  ...{ from: true, to: true, channel: true, language: true, timeZone: true, compare: true },
});
export const TwinsCompared = Head.omit({ twinId: true }).extend({
  /** The most asked first. */
  twins: z.array(
    z.object({
      twinId: Id,
      name: z.string(),
      ...Compared,
      costs: z.array(Cost.pick({ currency: true, amount: true })),
    }),
  ),
});

export const TopicsInput = AnalyticsInput.extend({ limit: z.int().min(1).max(30).default(12) });
export const Topic = z.object({
  name: z.string(),
  /** A question with one of these words belongs to it; joined by spaces they narrow a list of conversations to it. */
  words: z.array(z.string()),
  examples: z.array(z.string()),
  ...Compared,
});
export const Topics = Head.extend({
  /** Topics are found in this many of the latest questions, and then counted in all. */
  sampled: z.int(),
  topics: z.array(Topic),
});

export const SourcesInput = AnalyticsInput.extend({ limit: z.int().min(1).max(100).default(50) });
export const SourceFigures = z.object({
  sourceId: Id,
  title: z.string().nullable(),
  kind: z.string().nullable(),
  /** Answers that cite it. */
  used: Counted,
  /** Of those, the ones rated not helpful, not wholly supported, or corrected; one that is two of these counts twice. */
  blame: z.object({ down: Counted, partlySupported: Counted, corrected: Counted }),
  previous: z.object({ used: z.int(), blamed: z.int() }).nullable(),
});
export const Sources = Head.extend({
  sources: z.array(SourceFigures),
  /** Live sources that no answer of the time cites. */
  unused: z.object({
    count: z.int(),
    examples: z.array(z.object({ sourceId: Id, title: z.string() })),
  }),
});
