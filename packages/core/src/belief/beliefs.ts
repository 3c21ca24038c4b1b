import { listBeliefVersions as findVersions } from "@understudy/db/queries/belief-versions";
import { listBeliefs as findBeliefs } from "@understudy/db/queries/beliefs";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { removeIn } from "../source/remove-source.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  Belief,
  BeliefPage,
  BeliefRef,
  BeliefVersionPage,
  ListBeliefsInput,
  ListBeliefVersionsInput,
} from "./contract.ts";
import { readBelief, requireBelief } from "./read-belief.ts";

/** What the owner holds, newest first. */
export const listBeliefs = useCase({
  permission: "belief.read",
  input: ListBeliefsInput,
  output: BeliefPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const [beforeId] = cursor === undefined ? [null] : decodeCursor(cursor, z.tuple([z.uuid()]));
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return findBeliefs(tx, { ...filter, beforeId, limit: limit + 1 });
    });
    return toPage(rows, limit, { read: readBelief, position: ({ id }) => [id] });
  },
});

export const getBelief = useCase({
  permission: "belief.read",
  input: BeliefRef,
  output: Belief,
  run: (ctx, { beliefId }) =>
    ctx.transaction(async (tx) => readBelief(await requireBelief(tx, beliefId))),
});

/** Answers nothing from the next question on; restoring its source undoes that, for a while. */
export const removeBelief = useCase({
  permission: "belief.write",
  input: BeliefRef,
  output: Belief,
  run: (ctx, { beliefId }) =>
    ctx.transaction(async (tx) => {
      const row = await requireBelief(tx, beliefId);
      await removeIn(ctx, tx, beliefId);
      await ctx.audit(tx, {
        action: "belief.remove",
        subjectKind: "belief",
        subjectId: beliefId,
      });
      return readBelief(row);
    }),
});

/** What it has said, newest first. */
export const listBeliefVersions = useCase({
  permission: "belief.read",
  input: ListBeliefVersionsInput,
  output: BeliefVersionPage,
  run: async (ctx, { beliefId, cursor, limit }) => {
    const [beforeNumber] = cursor === undefined ? [null] : decodeCursor(cursor, z.tuple([z.int()]));
    const rows = await ctx.transaction(async (tx) => {
      await requireBelief(tx, beliefId);
      return findVersions(tx, { beliefId, beforeNumber, limit: limit + 1 });
    });
    return toPage(rows, limit, {
      read: ({ actorKind, actorId, createdAt, ...row }) => ({
        ...row,
        by: { kind: actorKind, id: actorId },
        createdAt: createdAt.toISOString(),
      }),
      position: (row) => [row.number],
    });
  },
});
