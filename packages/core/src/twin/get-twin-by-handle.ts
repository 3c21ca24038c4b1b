import { findTwinByHandle } from "@understudy/db/queries/twins";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Handle, Twin } from "./contract.ts";
import { readTwin } from "./read-twin.ts";

/** Among the caller's twins that are not archived; handles are unique over the instance, and a foreign one looks absent. */
export const getTwinByHandle = useCase({
  permission: "twin.ask",
  input: z.object({ handle: z.string().max(200) }),
  output: Twin,
  run: (ctx, { handle }) =>
    ctx.transaction(async (tx) => {
      const row = Handle.safeParse(handle).success && (await findTwinByHandle(tx, handle));
      if (!row || row.archivedAt) throw notFound("twin");
      return readTwin(row);
    }),
});
