import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { compareConfigurations, readConfiguration } from "./configuration.ts";
import { PreviewReleaseInput, ReleasePreview } from "./contract.ts";
import { readRelease } from "./read-release.ts";
import { requireRelease } from "./require-release.ts";

/** What publishing the draft would change, and what would keep it from being published. */
export const previewRelease = useCase({
  permission: "release.read",
  input: PreviewReleaseInput,
  output: ReleasePreview,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      const twin = await requireTwin(tx, twinId);
      const { currentReleaseId } = twin;
      const row = currentReleaseId ? await requireRelease(tx, currentReleaseId) : null;
      const before = row && readConfiguration(row.configuration);
      const changes = compareConfigurations(before, readConfiguration(twin));
      return {
        twinId,
        current: row && readRelease(row, currentReleaseId),
        changes,
        warnings: changes.length === 0 ? ["no_tests", "no_changes"] : ["no_tests"],
      };
    }),
});
