import { exportBundle, listImports } from "@understudy/core/bundle/bundles";
import { importBundle } from "@understudy/core/bundle/import-bundle";
import { mutation, query, router } from "../trpc.ts";

export const bundleRouter = router({
  export: mutation(exportBundle),
  import: mutation(importBundle),
  listImports: query(listImports),
});
