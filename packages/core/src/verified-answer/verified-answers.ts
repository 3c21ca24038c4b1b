import * as queries from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  ListVerifiedAnswersInput,
  VerifiedAnswer,
  VerifiedAnswerPage,
  VerifiedAnswerRef,
} from "./contract.ts";
import { readVerifiedAnswer } from "./read-verified-answer.ts";
import { requireVerifiedAnswer } from "./require-verified-answer.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listVerifiedAnswers = useCase({
  permission: "verified.read",
  input: ListVerifiedAnswersInput,
  output: VerifiedAnswerPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return queries.listVerifiedAnswers(tx, { ...filter, after, limit: limit + 1 });
    });
    const position = (row: queries.VerifiedAnswerRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readVerifiedAnswer, position });
  },
});

export const getVerifiedAnswer = useCase({
  permission: "verified.read",
  input: VerifiedAnswerRef,
  output: VerifiedAnswer,
  run: (ctx, { verifiedAnswerId }) =>
    ctx.transaction(async (tx) =>
      readVerifiedAnswer(await requireVerifiedAnswer(tx, verifiedAnswerId)),
    ),
});

/** Answers nothing from the next question on; goes for good, with its versions. */
export const removeVerifiedAnswer = useCase({
  permission: "verified.write",
  input: VerifiedAnswerRef,
  output: VerifiedAnswer,
  run: (ctx, { verifiedAnswerId }) =>
    ctx.transaction((tx) => dropVerifiedAnswer(ctx, tx, verifiedAnswerId)),
});

/** In the transaction of what it is part of. */
export async function dropVerifiedAnswer(
  ctx: Context,
  tx: TenantTx,
  verifiedAnswerId: string,
): Promise<VerifiedAnswer> {
  const row = await requireVerifiedAnswer(tx, verifiedAnswerId);
  await queries.bumpVerifiedRevision(tx, row.twinId);
  await queries.deleteVerifiedAnswer(tx, verifiedAnswerId);
  const subject = { subjectKind: "verifiedAnswer", subjectId: verifiedAnswerId };
  await ctx.audit(tx, { action: "verifiedAnswer.remove", ...subject });
  return readVerifiedAnswer(row);
}
