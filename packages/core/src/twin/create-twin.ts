import { isUniqueViolation } from "@understudy/db/errors";
import { insertTwin } from "@understudy/db/queries/twins";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { CreateTwinInput, Twin } from "./contract.ts";
import { withFreeHandle } from "./handle.ts";
import { readTwin } from "./read-twin.ts";

/** Without a handle one is made from the name; a handle that was asked for and is taken is a conflict. */
export const createTwin = useCase({
  permission: "twin.write",
  input: CreateTwinInput,
  output: Twin,
  run: async (ctx, input) => {
    requireAllTwins(ctx);
    const { handle } = input;
    if (!handle) return withFreeHandle(input.name, (free) => insert(ctx, input, free));
    return insert(ctx, input, handle).catch((error: unknown) => {
      throw asHandleTaken(error);
    });
  },
});

function insert(ctx: Context, input: z.output<typeof CreateTwinInput>, handle: string) {
  return ctx.transaction(async (tx) => {
    const twin = await insertTwin(tx, { ...input, handle });
    await ctx.audit(tx, { action: "twin.create", subjectKind: "twin", subjectId: twin.id });
    return readTwin(twin);
  });
}

/** Handles are unique over the whole instance. */
export function asHandleTaken(error: unknown): unknown {
  return isUniqueViolation(error, "twins_handle_unique")
    ? new DomainError("conflict", "twin.handle_taken", "Another twin has this handle.")
    : error;
}
