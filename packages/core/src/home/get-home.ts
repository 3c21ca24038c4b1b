import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { Home, HomeInput, NEED_KINDS, type Need } from "./contract.ts";
import type { NeedProvider } from "./need-provider.ts";
import { budgetNeeds } from "./needs/budget-needs.ts";
import { contentNeeds } from "./needs/content-needs.ts";
import { conversationNeeds } from "./needs/conversation-needs.ts";
import { firstSteps } from "./needs/first-steps.ts";
import { qualityNeeds } from "./needs/quality-needs.ts";
import { questionNeeds } from "./needs/question-needs.ts";
import { verifiedNeeds } from "./needs/verified-needs.ts";
import { readProgress } from "./read-progress.ts";

/** A further kind of need is a provider here, and its place in `NEED_KINDS`. */
const PROVIDERS: readonly NeedProvider[] = [
  firstSteps,
  budgetNeeds,
  qualityNeeds,
  contentNeeds,
  conversationNeeds,
  questionNeeds,
  verifiedNeeds,
];

/** What waits for a twin's owner, ranked, and what became better since it was last published. */
export const getHome = useCase({
  permission: "conversation.read",
  input: HomeInput,
  output: Home,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      const twin = await requireTwin(tx, twinId);
      const place = { tenantId: ctx.actor.tenantId, twin };
      const needs = await Promise.all(PROVIDERS.map((provide) => provide(tx, place)));
      return { twinId, needs: rank(needs.flat()), progress: await readProgress(tx, twin) };
    }),
});

function rank(needs: readonly Need[]): Need[] {
  return needs.toSorted((a, b) => NEED_KINDS.indexOf(a.kind) - NEED_KINDS.indexOf(b.kind));
}
