import { findSourceVersion } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";

/** The version, unless its source was removed meanwhile. */
export function findIngestible(ctx: JobContext, sourceVersionId: string) {
  return ctx.transaction((tx) => findSourceVersion(tx, sourceVersionId));
}
