import { countBeliefs, insertBelief } from "@understudy/db/queries/beliefs";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { insertStarted } from "../source/insert-started.ts";
import { requireTwin } from "../twin/twins.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { Belief, CreateBeliefInput, MAX_BELIEFS } from "./contract.ts";
import { readBelief, requireBelief } from "./read-belief.ts";
import { storeBelief, titleOfBelief } from "./store-belief.ts";

/** Is taken in like a source, as the source that it is found and cited as. */
export const createBelief = useCase({
  permission: "belief.write",
  input: CreateBeliefInput,
  output: Belief,
  run: (ctx, input) => withBelief(ctx, input, async (_tx, belief) => belief),
});

/** Takes a belief in and does, in the same transaction, what comes of it. */
export async function withBelief<Result>(
  ctx: Context,
  { twinId, statement, scope }: z.output<typeof CreateBeliefInput>,
  work: (tx: TenantTx, belief: Belief) => Promise<Result>,
): Promise<Result> {
  const { fileName, ...bytes } = await storeBelief(ctx, statement);
  const source = { twinId, title: titleOfBelief(scope), kind: "belief" } as const;
  try {
    return await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      await requireRoom(tx, twinId);
      const { id } = await insertStarted(ctx, tx, source, { fileName, bytes });
      const editor = editorOf(ctx.actor);
      await insertBelief(tx, { id, twinId, statement, scope: scope || null, editor });
      await ctx.audit(tx, { action: "belief.create", subjectKind: "belief", subjectId: id });
      return work(tx, readBelief(await requireBelief(tx, id)));
    });
  } catch (error) {
    await ctx.ports.blobs.remove(bytes.blobKey);
    throw error;
  }
}

async function requireRoom(tx: TenantTx, twinId: string): Promise<void> {
  if ((await countBeliefs(tx, twinId)) < MAX_BELIEFS) return;
  throw new DomainError(
    "limit_exceeded",
    "belief.too_many",
    `A twin holds at most ${MAX_BELIEFS} beliefs.`,
  );
}
