import { listDraftPassages } from "@understudy/db/queries/draft-passages";
import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import { listVerifiedAnswers } from "@understudy/db/queries/verified-answers";
import { withBudget } from "../budget/meter-chat.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import { DraftTestsInput, type TestDraft, TestDraftList } from "./contract.ts";
import { draftFromPassages } from "./draft-from-passages.ts";
import { draftFromVerified } from "./draft-from-verified.ts";
import { draftRefusals } from "./draft-refusals.ts";

/** Passages looked at for each draft that is wanted: not every one gives a question. */
const PASSAGES_A_DRAFT = 4;

/**
 * Proposes tests from what the twin knows and is to keep from: what its passages and verified answers
 * answer, what is out of its scope, attacks on it, and its own boundaries. Nothing of it is kept.
 */
export const draftTests = useCase({
  permission: "quality.write",
  input: DraftTestsInput,
  output: TestDraftList,
  run: async (ctx, { twinId, limit }) => {
    const { twin, ...found } = await ctx.transaction(async (tx) => ({
      twin: await requireTwin(tx, twinId),
      tests: await listAllQualityTests(tx, twinId),
      verified: await listVerifiedAnswers(tx, { twinId, after: null, limit }),
      passages: await listDraftPassages(tx, {
        twinId,
        seed: crypto.randomUUID(),
        limit: limit * PASSAGES_A_DRAFT,
      }),
    }));
    const known = new Set(found.tests.map(({ question }) => questionKey(question)));
    const isNew = ({ question }: TestDraft) => !known.has(questionKey(question));
    const refusals = (await draftRefusals(ctx, twin)).filter(isNew);
    const verified = draftFromVerified(found.verified).filter(isNew);
    const passages = await draftFromPassages(withBudget(ctx, twinId), {
      twin,
      passages: found.passages,
      limit,
      isNew,
    });
    return { items: mix({ passages, verified, refusals }, limit) };
  },
});

/** Half of what answers, the other half of what is refused and vouched for; whatever lacks is filled up. */
function mix(
  { passages, verified, refusals }: Record<"passages" | "verified" | "refusals", TestDraft[]>,
  limit: number,
): TestDraft[] {
  const share = Math.ceil(limit / 4);
  const first = [
    ...passages.slice(0, limit - 2 * share),
    ...verified.slice(0, share),
    ...refusals.slice(0, share),
  ];
  const rest = [...passages, ...verified, ...refusals].filter((draft) => !first.includes(draft));
  return [...first, ...rest].slice(0, limit);
}
