import { listNearMisses as findNearMisses } from "@understudy/db/queries/near-misses";
import { listVerifiedVersions } from "@understudy/db/queries/verified-versions";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  ListNearMissesInput,
  ListVersionsInput,
  NearMissPage,
  VerifiedVersionPage,
} from "./contract.ts";
import { requireVerifiedAnswer } from "./require-verified-answer.ts";

/** What it has said, newest first. */
export const listVersions = useCase({
  permission: "verified.read",
  input: ListVersionsInput,
  output: VerifiedVersionPage,
  run: async (ctx, { verifiedAnswerId, cursor, limit }) => {
    const [beforeNumber] = cursor === undefined ? [null] : decodeCursor(cursor, z.tuple([z.int()]));
    const rows = await ctx.transaction(async (tx) => {
      await requireVerifiedAnswer(tx, verifiedAnswerId);
      return listVerifiedVersions(tx, { verifiedAnswerId, beforeNumber, limit: limit + 1 });
    });
    return toPage(rows, limit, {
      read: ({ actorKind, actorId, reviewBy, createdAt, ...row }) => ({
        ...row,
        by: { kind: actorKind, id: actorId },
        reviewBy: reviewBy?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
      }),
      position: (row) => [row.number],
    });
  },
});

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Questions that verified answers nearly answered, the latest first: each is a phrasing to add, or well refused. */
export const listNearMisses = useCase({
  permission: "verified.read",
  input: ListNearMissesInput,
  output: NearMissPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      if (filter.verifiedAnswerId) await requireVerifiedAnswer(tx, filter.verifiedAnswerId);
      return findNearMisses(tx, { ...filter, after, limit: limit + 1 });
    });
    return toPage(rows, limit, {
      read: ({ verifiedQnaId, lastAskedAt, ...row }) => ({
        ...row,
        verifiedAnswerId: verifiedQnaId,
        lastAskedAt: lastAskedAt.toISOString(),
      }),
      position: (row) => [row.lastAskedAt.toISOString(), row.id],
    });
  },
});
