import * as queries from "@understudy/db/queries/clarifications";
import { settleClustersOf } from "@understudy/db/queries/question-clusters";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import {
  Clarification,
  ClarificationPage,
  ClarificationRef,
  ListClarificationsInput,
} from "./contract.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What a twin could not answer, the latest asked first. */
export const listClarifications = useCase({
  permission: "clarification.read",
  input: ListClarificationsInput,
  output: ClarificationPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return queries.listClarifications(tx, { ...filter, after, limit: limit + 1 });
    });
    const position = (row: queries.ClarificationRow) => [row.lastAskedAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readClarification, position });
  },
});

/** It needs no answer, also when it is asked again. */
export const dismissClarification = useCase({
  permission: "clarification.write",
  input: ClarificationRef,
  output: Clarification,
  run: (ctx, { clarificationId }) =>
    ctx.transaction(async (tx) => {
      const { twinId, question } = await requireClarification(tx, clarificationId);
      const asked = { twinId, questionKey: questionKey(question) };
      await queries.settleClarification(tx, clarificationId, { status: "dismissed" });
      await settleClustersOf(tx, asked, { status: "dismissed" });
      const subject = { subjectKind: "clarification", subjectId: clarificationId };
      await ctx.audit(tx, { action: "clarification.dismiss", ...subject });
      return readClarification(await requireClarification(tx, clarificationId));
    }),
});

export async function requireClarification(
  tx: TenantTx,
  clarificationId: string,
): Promise<queries.ClarificationRow> {
  const row = await queries.findClarification(tx, clarificationId);
  if (!row) throw notFound("clarification");
  return row;
}

export function readClarification({
  verifiedQnaId,
  messageId: _,
  updatedAt: _changed,
  lastAskedAt,
  createdAt,
  ...row
}: queries.ClarificationRow): Clarification {
  return {
    ...row,
    verifiedAnswerId: verifiedQnaId,
    lastAskedAt: lastAskedAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}
