import { z } from "zod";
import { purgeExport } from "../export/purge-export.ts";
import { Id } from "../kernel/ids.ts";
import { defineJob } from "../kernel/job.ts";
import { RETENTION_ATTEMPTS } from "./plan-reclaim.ts";
import { purgeRemoved } from "./purge-removed.ts";
import { reclaimSuperseded } from "./reclaim-superseded.ts";

const Payload = z.object({
  kind: z.enum(["source", "twin", "conversation", "superseded", "export"]),
  /** Of what was removed, or of the twin whose superseded versions are reclaimed. */
  id: Id,
});

/** Gives back the room of what is no longer seen. */
export const retention = defineJob({
  kind: "retention",
  payload: Payload,
  maxAttempts: RETENTION_ATTEMPTS,
  run: (ctx, { kind, id }) => {
    if (kind === "export") return purgeExport(ctx, id);
    return kind === "superseded" ? reclaimSuperseded(ctx, id) : purgeRemoved(ctx, { kind, id });
  },
  gaveUp: async () => {},
});
