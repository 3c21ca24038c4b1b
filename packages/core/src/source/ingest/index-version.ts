import { getSourceVersion } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { noteNearDuplicates } from "./note-near-duplicates.ts";
import { saveIndex } from "./save-index.ts";

/** Makes a version searchable, and tells what of it stands in other sources; a copy of the live text says nothing new. */
export async function indexVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  await saveIndex(ctx, version);
  const isNewText = version.stage !== "live" && version.derivedFromId === null;
  // An owner may well hold what a source says.
  if (isNewText && version.sourceKind !== "belief") await noteNearDuplicates(ctx, version);
}
