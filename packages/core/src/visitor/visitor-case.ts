import type { z } from "zod";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { VISITOR_PERMISSION } from "../kernel/permissions.ts";
import { type UseCase, useCase } from "../kernel/use-case.ts";
import { ratesOfTalking } from "./visitor-rates.ts";

interface VisitorCase<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input;
  output: Output;
  run: (ctx: Context, input: z.output<Input>, visitor: VisitorActor) => Promise<z.input<Output>>;
}

/** What visitors do by their token; each counts, so that none can be done without end. */
export function visitorCase<Input extends z.ZodType, Output extends z.ZodType>(
  definition: VisitorCase<Input, Output>,
): UseCase<Input, Output> {
  return useCase({
    permission: VISITOR_PERMISSION,
    input: definition.input,
    output: definition.output,
    run: async (ctx, input) => {
      const visitor = requireVisitor(ctx);
      await ctx.limit(ratesOfTalking(visitor));
      return definition.run(ctx, input, visitor);
    },
  });
}

function requireVisitor({ actor }: Context): VisitorActor {
  if (actor.kind === "visitor") return actor;
  throw new DomainError("forbidden", "permission.missing", "This is for visitors.");
}
