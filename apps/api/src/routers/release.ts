import { previewRelease } from "@understudy/core/release/preview-release";
import { publishRelease } from "@understudy/core/release/publish-release";
import { getRelease, listReleases } from "@understudy/core/release/releases";
import { rollBack } from "@understudy/core/release/roll-back";
import { mutation, query, router } from "../trpc.ts";

export const releaseRouter = router({
  preview: query(previewRelease),
  publish: mutation(publishRelease),
  list: query(listReleases),
  get: query(getRelease),
  rollback: mutation(rollBack),
});
