import { ModelFailure, type ModelFailureReason } from "@understudy/rag/chat/model-failure";
import { DomainError } from "../../kernel/domain-error.ts";
import type { JobContext } from "../../kernel/job.ts";
import { type Embedded, embedPassages } from "./embed-passages.ts";
import { storeVectors } from "./store-vectors.ts";

const PASSING: readonly ModelFailureReason[] = [
  "model.rate_limited",
  "model.timed_out",
  "model.overloaded",
];

/**
 * Brings a version's vectors to where they are searched. Where its twin's model is not the one that is
 * configured any more and does not answer, or where the budget is used up, the version is found by
 * words alone, and its log says so.
 */
export async function embedOrSay(
  ctx: JobContext,
  embedded: Embedded,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { model } = embedded.embedder;
  try {
    await embedPassages(ctx, embedded, report);
  } catch (error) {
    if (!isLasting(error, model === ctx.ports.embedder?.model)) throw error;
    const why = WHY[reasonOf(error) ?? ""] ?? `“${model}” makes no vectors for it`;
    await ctx.note("warn", `${why}: it is found by its words alone.`);
  }
  await storeVectors(ctx, embedded.version, model);
}

function isLasting(error: unknown, isConfigured: boolean): boolean {
  if (error instanceof DomainError) return error.reason === "index.other_size";
  if (isDenied(error)) return true;
  return error instanceof ModelFailure && !isConfigured && !PASSING.includes(error.reason);
}

/** Why it is not for the provider to say that there is no call. */
const WHY: Record<string, string> = {
  "model.over_budget": "This month's budget has no room for all of its vectors",
  "model.forbidden": "The rules in force forbid the model that makes its vectors",
};

/** The budget is used up, or rules forbid the call: neither passes by itself. */
export function isDenied(error: unknown): error is ModelFailure {
  return (reasonOf(error) ?? "") in WHY;
}

function reasonOf(error: unknown): string | null {
  return error instanceof ModelFailure ? error.reason : null;
}
