import { timingSafeEqual } from "node:crypto";
import {
  type ExportRow,
  findExport,
  listExports as listRows,
} from "@understudy/db/queries/exports";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import type { Permission } from "../kernel/permissions.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { DataExportPage, ExportLink, ExportRef, ListExportsInput } from "../privacy/contract.ts";
import { readExport } from "./read-export.ts";

const LINK_LASTS_MS = 10 * 60_000;
const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Who may fetch a file is who may have it written. */
const RIGHT_TO: Record<ExportRow["kind"], Permission> = {
  conversations: "conversation.read",
  visitor: "privacy.write",
  twin: "privacy.write",
  tenant: "tenant.export",
  bundle: "twin.write",
};

export const listExports = useCase({
  permission: "privacy.read",
  input: ListExportsInput,
  output: DataExportPage,
  run: async (ctx, { cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) => listRows(tx, { after, limit: limit + 1 }));
    const position = (row: ExportRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readExport, position });
  },
});

/** Where the file can be fetched for some minutes, by whoever may have it written in this workspace. */
export const linkExport = useCase({
  permission: "twin.read",
  input: ExportRef,
  output: ExportLink,
  run: async (ctx, { exportId }) => {
    const { kind, twinId } = await requireFile(ctx, exportId);
    const until = Date.now() + LINK_LASTS_MS;
    const key = Buffer.from(keyOf(ctx, { exportId, until })).toString("base64url");
    await ctx.transaction((tx) =>
      ctx.audit(tx, {
        action: "export.fetch",
        subjectKind: "export",
        subjectId: exportId,
        details: { kind, twinId },
      }),
    );
    const url = `/api/downloads/${exportId}?until=${until}&key=${key}`;
    return { url, expiresAt: new Date(until).toISOString() };
  },
});

export const openExport = useCase({
  permission: "twin.read",
  input: z.object({ exportId: z.uuid(), until: z.coerce.number().int(), key: z.string().max(100) }),
  output: z.object({ blobKey: z.string(), byteSize: z.number(), fileName: z.string() }),
  run: async (ctx, { exportId, until, key }) => {
    const { blobKey, byteSize, kind, createdAt } = await requireFile(ctx, exportId);
    const due = Buffer.from(keyOf(ctx, { exportId, until }));
    const given = Buffer.from(key, "base64url");
    const isGiven = given.length === due.length && timingSafeEqual(given, due);
    if (!isGiven || until <= Date.now()) {
      throw new DomainError("not_found", "export.link_over", "This link is over. Ask for another.");
    }
    const ending = kind === "bundle" ? "twin" : "zip";
    const fileName = `${kind}-${createdAt.toISOString().slice(0, 10)}.${ending}`;
    return { blobKey, byteSize, fileName };
  },
});

async function requireFile(ctx: Context, exportId: string) {
  const row = await ctx.transaction((tx) => findExport(tx, exportId));
  if (!row) throw notFound("export");
  await authorize(ctx, RIGHT_TO[row.kind]);
  const { blobKey, byteSize } = row;
  if (!blobKey || byteSize === null || row.isExpired) throw notFound("export");
  return { ...row, blobKey, byteSize };
}

/** Of this tenant, this file and this moment only. */
function keyOf(
  { actor, ports }: Context,
  { exportId, until }: { exportId: string; until: number },
): Uint8Array {
  return ports.vault.vouch(`export ${actor.tenantId} ${exportId} ${until}`);
}
