import { listKeyNames } from "@understudy/db/queries/api-keys";
import { type AuditEventRow, listAuditEvents } from "@understudy/db/queries/audit-events";
import { listNames } from "@understudy/db/queries/members";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { AuditPage, ListAuditInput } from "./contract.ts";
import { readEvent } from "./read-event.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who changed what, and who was refused, newest first. */
export const listAudit = useCase({
  permission: "audit.read",
  input: ListAuditInput,
  output: AuditPage,
  run: async (ctx, { cursor, limit, ...narrowing }) => {
    requireAllTwins(ctx);
    return ctx.transaction((tx) => readPage(tx, { cursor, limit, ...narrowing }));
  },
});

export async function readPage(tx: TenantTx, asked: z.output<typeof ListAuditInput>) {
  const { cursor, limit, ...narrowing } = asked;
  const after = cursor === undefined ? null : decodeCursor(cursor, Position);
  const [rows, members, keys] = await Promise.all([
    listAuditEvents(tx, { ...narrowing, after, limit: limit + 1 }),
    listNames(tx),
    listKeyNames(tx),
  ]);
  const names = new Map([...members, ...keys]);
  const position = (row: AuditEventRow) => [row.createdAt.toISOString(), row.id];
  return toPage(rows, limit, { read: (row) => readEvent(row, names), position });
}
