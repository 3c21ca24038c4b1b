import { listImports as listRows, type TwinImportRow } from "@understudy/db/queries/twin-imports";
import { z } from "zod";
import { requestExport } from "../export/request-export.ts";
import { decodeCursor, PageInput, pageOf, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { DataExport } from "../privacy/contract.ts";
import { TwinRef } from "../twin/contract.ts";
import { requireTwin } from "../twin/twins.ts";
import { TwinImport } from "./contract.ts";
import { readImport } from "./read-import.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** A twin as one signed file, to be taken in elsewhere. */
export const exportBundle = useCase({
  permission: "twin.write",
  input: TwinRef,
  output: DataExport,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return requestExport(ctx, tx, { kind: "bundle", subjectId: twinId, twinId });
    }),
});

/** How each goes, newest first; its own tests say at the end whether it answers as it did. */
export const listImports = useCase({
  permission: "twin.write",
  input: PageInput,
  output: pageOf(TwinImport),
  run: (ctx, { cursor, limit }) =>
    ctx.transaction(async (tx) => {
      const after = cursor === undefined ? null : decodeCursor(cursor, Position);
      const rows = await listRows(tx, { after, limit: limit + 1 });
      const position = (row: TwinImportRow) => [row.createdAt.toISOString(), row.id];
      const page = toPage(rows, limit, { read: (row) => row, position });
      const items = await Promise.all(page.items.map((row) => readImport(ctx, tx, row)));
      return { ...page, items };
    }),
});
