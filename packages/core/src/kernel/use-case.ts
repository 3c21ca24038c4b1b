import type { z } from "zod";
import { type Actor, actorHolds, twinIdsOf } from "./actor.ts";
import type { Context } from "./context.ts";
import { DomainError } from "./domain-error.ts";
import { issueReason } from "./issue-reason.ts";
import type { Permission } from "./permissions.ts";

export interface UseCase<Input extends z.ZodType, Output extends z.ZodType> {
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  readonly run: (ctx: Context, input: z.output<Input>) => Promise<z.input<Output>>;
}

/** The only way to make a use-case, so that none can forget its permission or its shapes. */
export function useCase<Input extends z.ZodType, Output extends z.ZodType>(
  definition: UseCase<Input, Output>,
): UseCase<Input, Output> {
  return definition;
}

export interface StreamCase<Input extends z.ZodType, Item> {
  readonly permission: Permission;
  readonly input: Input;
  /** Ends when `ctx.signal` aborts. */
  readonly run: (ctx: Context, input: z.output<Input>) => AsyncIterable<Item>;
}

export function streamCase<Input extends z.ZodType, Item>(
  definition: StreamCase<Input, Item>,
): StreamCase<Input, Item> {
  return definition;
}

/** Refuses an actor without the permission, and leaves a record of it. */
export async function authorize(ctx: Context, permission: Permission): Promise<void> {
  if (actorHolds(ctx.actor, permission)) return;
  await ctx.recordDenied(permission);
  throw new DomainError("forbidden", "permission.missing", `This needs the right ${permission}.`);
}

/** Refuses one who is narrowed to some twins where the tenant's set of twins itself changes. */
export function requireAllTwins({ actor }: Context): void {
  if (twinIdsOf(actor) === null) return;
  throw new DomainError("forbidden", "key.narrowed", "This key is for some of the twins only.");
}

/** Who acts, where only someone with an account can: keys belong to nobody. */
export function accountOf({ actor }: Context): Extract<Actor, { kind: "user" }> {
  if (actor.kind === "user") return actor;
  throw new DomainError("forbidden", "account.needed", "Only someone with an account can do this.");
}

/** Runs a use-case for an edge that is not tRPC: the same permission and shapes apply. */
export async function execute<Input extends z.ZodType, Output extends z.ZodType>(
  ctx: Context,
  definition: UseCase<Input, Output>,
  rawInput: z.input<Input>,
): Promise<z.output<Output>> {
  await authorize(ctx, definition.permission);
  const input = definition.input.safeParse(rawInput);
  if (!input.success) {
    const [issue] = input.error.issues;
    const field = issue?.path.map(String).join(".") || null;
    throw new DomainError("invalid", issueReason(issue), issue?.message, { field });
  }
  return definition.output.parse(await definition.run(ctx, input.data));
}
