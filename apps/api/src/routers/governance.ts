import { getGovernance } from "@understudy/core/governance/get-governance";
import { listGovernanceViolations } from "@understudy/core/governance/list-violations";
import { previewGovernance } from "@understudy/core/governance/preview-governance";
import { updateGovernance } from "@understudy/core/governance/update-governance";
import { mutation, query, router } from "../trpc.ts";

export const governanceRouter = router({
  get: query(getGovernance),
  update: mutation(updateGovernance),
  /** It only reads, but what is tried out belongs in no address. */
  preview: mutation(previewGovernance),
  violations: query(listGovernanceViolations),
});
