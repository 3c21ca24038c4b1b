import { RETRIEVAL_SETTINGS } from "@understudy/rag/retrieve/settings";
import type { Question } from "../../answer/question.ts";
import type { Context } from "../../kernel/context.ts";
import { requireTwin } from "../../twin/twins.ts";
import { PASSAGES_READ } from "../contract.ts";
import { type ExploreInput, ExploreSettings } from "./contract.ts";

/** What answers are searched for with. */
export const STANDARD_SETTINGS: ExploreSettings = ExploreSettings.parse({
  ...RETRIEVAL_SETTINGS,
  limit: PASSAGES_READ,
});

type RehearsedQuestion = Question & Required<Pick<Question, "retrieval">>;

/** A question as if it were asked in a conversation, with settings of its own. */
export async function rehearse(
  ctx: Context,
  { twinId, query, earlier, settings: chosen }: ExploreInput,
): Promise<{ asked: RehearsedQuestion; settings: ExploreSettings }> {
  const twin = await ctx.transaction((tx) => requireTwin(tx, twinId));
  const settings = { ...STANDARD_SETTINGS, ...chosen };
  const { limit, ...tuned } = settings;
  return {
    asked: {
      twin,
      question: query,
      history: earlier.map((text) => ({ role: "visitor", text })),
      isRehearsal: true,
      retrieval: { limit, settings: { ...RETRIEVAL_SETTINGS, ...tuned } },
    },
    settings,
  };
}
