import { listAskable } from "@understudy/db/queries/askable-answers";
import { listCitedQuestions, samplePassages } from "@understudy/db/queries/sample-questions";
import type { Context } from "../../kernel/context.ts";
import type { QUESTION_ORIGINS } from "../contract.ts";
import type { PlaceInText } from "./judge-places.ts";
import { listTestedQuestions } from "./tested-questions.ts";

export interface SampledQuestion {
  question: string;
  origin: (typeof QUESTION_ORIGINS)[number];
  /** Where an answer stands; none known for verified answers, which say it themselves. */
  right: PlaceInText[];
}

/** So many of each origin; each is searched for twice. */
const OF_EACH = 20;
const LEAD_WORDS = 12;

/** The twin's own questions: what visitors asked, what its owner tests and vouches for, and what its passages say they are about. */
export async function sampleQuestions(ctx: Context, twinId: string): Promise<SampledQuestion[]> {
  const page = { twinId, limit: OF_EACH };
  const { asked, tested, verified, passages } = await ctx.transaction(async (tx) => ({
    asked: await listCitedQuestions(tx, page),
    tested: await listTestedQuestions(tx, page),
    verified: await listAskable(tx, { ...page, afterId: null }),
    passages: await samplePassages(tx, page),
  }));
  return [
    ...asked.map(({ question, places }) => ({ question, origin: "asked" as const, right: places })),
    ...tested,
    ...verified.map(({ question }) => ({ question, origin: "verified" as const, right: [] })),
    ...passages.map(({ sourceId, text, locator: { start, end, headings } }) => ({
      question: topicOf(text, headings),
      origin: "heading" as const,
      right: [{ sourceId, start, end }],
    })),
  ].filter(({ question }) => question.trim() !== "");
}

/** What heads a passage, or how it begins. */
function topicOf(text: string, headings: readonly string[] = []): string {
  const heading = headings.slice(-2).join(" ").trim();
  if (heading.includes(" ")) return heading;
  return text.split(/\s+/).slice(0, LEAD_WORDS).join(" ");
}
