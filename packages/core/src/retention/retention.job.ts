import { z } from "zod";
import { purgeExport } from "../export/purge-export.ts";
import { Id } from "../kernel/ids.ts";
import { defineJob } from "../kernel/job.ts";
import { applyRetention } from "./apply-retention.ts";
import { RETENTION_ATTEMPTS } from "./plan-reclaim.ts";
import { planNextRetention } from "./plan-retention.ts";
import { purgeRemoved } from "./purge-removed.ts";
import { reclaimSuperseded } from "./reclaim-superseded.ts";

const Payload = z.object({
  kind: z.enum(["source", "twin", "conversation", "superseded", "export", "outlived"]),
  /** Of what was removed, of the twin whose superseded versions are reclaimed, or of the tenant. */
  id: Id,
});

/** Gives back the room of what is no longer seen. */
export const retention = defineJob({
  kind: "retention",
  payload: Payload,
  maxAttempts: RETENTION_ATTEMPTS,
  run: (ctx, { kind, id }) => {
    if (kind === "export") return purgeExport(ctx, id);
    if (kind === "outlived") return applyRetention(ctx);
    return kind === "superseded" ? reclaimSuperseded(ctx, id) : purgeRemoved(ctx, { kind, id });
  },
  gaveUp: async (tx, { kind, id }) => {
    if (kind === "outlived") await planNextRetention(tx, id);
  },
});
