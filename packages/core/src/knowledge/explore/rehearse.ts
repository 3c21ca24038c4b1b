import { RETRIEVAL_SETTINGS } from "@understudy/rag/retrieve/settings";
import { findReachAs } from "../../access-group/find-reach.ts";
import { speakingTo } from "../../access-group/overrides.ts";
import type { Question } from "../../answer/question.ts";
import type { Context } from "../../kernel/context.ts";
import { readDraft } from "../../release/configuration.ts";
import { requireTwin } from "../../twin/twins.ts";
import { type ExploreInput, ExploreSettings } from "./contract.ts";

/** What answers are searched for with. */
export function standardSettings({ ports }: Context): ExploreSettings {
  return ExploreSettings.parse({ ...RETRIEVAL_SETTINGS, limit: ports.passagesRead });
}

type RehearsedQuestion = Question & Required<Pick<Question, "retrieval">>;

/** A question as if it were asked in a conversation, with settings of its own. */
export async function rehearse(
  ctx: Context,
  { twinId, query, earlier, settings: chosen, accessGroupIds }: ExploreInput,
): Promise<{ asked: RehearsedQuestion; settings: ExploreSettings }> {
  const spoken = await ctx.transaction(async (tx) => {
    const twin = await requireTwin(tx, twinId);
    const reach = await findReachAs(tx, ctx.actor, { twinId, accessGroupIds });
    const { groupOverrides } = await readDraft(tx, twin);
    return { reach, twin: speakingTo(twin, reach?.groupIds ?? [], groupOverrides) };
  });
  const settings = { ...standardSettings(ctx), ...chosen };
  const { limit, ...tuned } = settings;
  return {
    asked: {
      ...spoken,
      question: query,
      history: earlier.map((text) => ({ role: "visitor", text })),
      isRehearsal: true,
      retrieval: { limit, settings: { ...RETRIEVAL_SETTINGS, ...tuned } },
    },
    settings,
  };
}
