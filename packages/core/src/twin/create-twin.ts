import { isUniqueViolation } from "@understudy/db/errors";
import { insertTwin } from "@understudy/db/queries/twins";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { CreateTwinInput, Twin } from "./contract.ts";
import { proposeHandle, withTail } from "./handle.ts";
import { readTwin } from "./read-twin.ts";

/** Without a handle one is made from the name; a handle that was asked for and is taken is a conflict. */
export const createTwin = useCase({
  permission: "twin.write",
  input: CreateTwinInput,
  output: Twin,
  run: async (ctx, input) => {
    requireAllTwins(ctx);
    if (input.handle) return insert(ctx, input, input.handle);
    const proposed = proposeHandle(input.name);
    try {
      return await insert(ctx, input, proposed);
    } catch (error) {
      if (error instanceof DomainError && error.reason === "twin.handle_taken") {
        return insert(ctx, input, withTail(proposed));
      }
      throw error;
    }
  },
});

async function insert(ctx: Context, input: z.output<typeof CreateTwinInput>, handle: string) {
  try {
    return await ctx.transaction(async (tx) => {
      const twin = await insertTwin(tx, { ...input, handle });
      await ctx.audit(tx, { action: "twin.create", subjectKind: "twin", subjectId: twin.id });
      return readTwin(twin);
    });
  } catch (error) {
    throw asHandleTaken(error);
  }
}

/** Handles are unique over the whole instance. */
export function asHandleTaken(error: unknown): unknown {
  return isUniqueViolation(error, "twins_handle_unique")
    ? new DomainError("conflict", "twin.handle_taken", "Another twin has this handle.")
    : error;
}
