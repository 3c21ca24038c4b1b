import type { Actor } from "../kernel/actor.ts";
import { readBoundaries } from "../policy/read-boundaries.ts";
import type { AnswerPiece, MadeAnswer } from "./answer.ts";
import { budgetNotice } from "./budget-notice.ts";
import type { Question } from "./question.ts";
import { quote } from "./quote.ts";
import { type Found, traceOf } from "./trace.ts";

/** The month's budget has ended for those the twin speaks to; its owner tries it out all the same. */
export function hasNoBudget({ kind }: Actor, reason: string): boolean {
  return reason === "model.over_budget" && (kind === "visitor" || kind === "api_key");
}

/** Where there was no verified answer: that only those are given now, or quotations with that said. */
export async function* withoutBudget(
  asked: Question,
  found: Found,
  degradedBecause: string,
): AsyncGenerator<AnswerPiece, MadeAnswer> {
  const { twin, languages = [] } = asked;
  const { whenBudgetEnds } = readBoundaries(twin);
  const wanted = [...languages, twin.language ?? "en"];
  const text = budgetNotice(whenBudgetEnds, wanted);
  if (whenBudgetEnds === "quotations") {
    const made = yield* quote(asked, found, degradedBecause);
    yield { type: "text", text: `\n\n${text}`, isAside: true };
    return made;
  }
  yield { type: "text", text, isAside: true };
  return {
    answered: false,
    verified: false,
    writer: null,
    model: null,
    supportedShare: null,
    failure: null,
    trace: traceOf(found, { writer: null, degradedBecause, timingsMs: {} }),
  };
}
