import type { FindingStatus } from "@understudy/db/column-values";
import * as queries from "@understudy/db/queries/findings";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { Finding, FindingPage, FindingRef, ListFindingsInput } from "./contract.ts";
import { readFinding } from "./read-finding.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What is to be looked at in a twin's content, newest first; nothing about sources that are gone. */
export const listFindings = useCase({
  permission: "knowledge.read",
  input: ListFindingsInput,
  output: FindingPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return queries.listFindings(tx, { ...filter, after, limit: limit + 1 });
    });
    const position = (row: queries.FindingRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readFinding, position });
  },
});

/** Something was done about it. With other words it is another finding. */
export const resolveFinding = useCase({
  permission: "source.write",
  input: FindingRef,
  output: Finding,
  run: (ctx, { findingId }) => settle(ctx, findingId, "resolved"),
});

/** It is as it should be, now and later. */
export const dismissFinding = useCase({
  permission: "source.write",
  input: FindingRef,
  output: Finding,
  run: (ctx, { findingId }) => settle(ctx, findingId, "dismissed"),
});

function settle(ctx: Context, findingId: string, status: FindingStatus): Promise<Finding> {
  return ctx.transaction(async (tx) => {
    await requireFinding(tx, findingId);
    await queries.setFindingStatus(tx, { findingId, status });
    const subject = { subjectKind: "finding", subjectId: findingId };
    await ctx.audit(tx, { action: `finding.${status}`, ...subject });
    return readFinding(await requireFinding(tx, findingId));
  });
}

async function requireFinding(tx: TenantTx, findingId: string): Promise<queries.FindingRow> {
  const row = await queries.findFinding(tx, findingId);
  if (!row) throw notFound("finding");
  return row;
}
