import { findVisitorTraces } from "@understudy/db/queries/erase-visitor";
import type { ExportRow } from "@understudy/db/queries/exports";
import { listMembers } from "@understudy/db/queries/members";
import {
  describeTenantTables,
  listTenantRows,
  type TenantTable,
} from "@understudy/db/queries/tenant-rows";
import { listOriginals } from "@understudy/db/queries/version-originals";
import { notFound } from "../kernel/domain-error.ts";
import type { JobContext } from "../kernel/job.ts";
import { aboutText, hiddenColumns, tablesFor } from "./what-leaves.ts";
import type { WriteFile } from "./writers.ts";
import { type ZipEntry, zipToBlob } from "./zip-to-blob.ts";

const ROWS_PER_READ = 200;
const FILES_PER_READ = 100;

interface Found {
  row: ExportRow;
  /** Of a visitor: everything by which a row can name them. */
  mentioning?: string[];
  rows: Record<string, number>;
  files: number;
}

/** Every table there is, as far as it is about the subject, and the files that came with it. */
export const writeSubject: WriteFile = async (ctx, row, { blobKey, report }) => {
  const found: Found = { row, rows: {}, files: 0 };
  if (row.kind === "visitor") {
    const traces = await ctx.transaction((tx) => findVisitorTraces(tx, row.subjectId ?? ""));
    if (!traces) throw notFound("visitor");
    found.mentioning = traces.ids;
  }
  const tables = tablesFor(row.kind, await ctx.transaction(describeTenantTables));
  const bytes = await zipToBlob(ctx, blobKey, listEntries(ctx, found, { tables, report }));
  const rows = Object.values(found.rows).reduce((before, count) => before + count, 0);
  return { bytes, rows, files: found.files };
};

interface Progress {
  tables: TenantTable[];
  report: (fraction: number) => Promise<void>;
}

async function* listEntries(
  ctx: JobContext,
  found: Found,
  { tables, report }: Progress,
): AsyncGenerator<ZipEntry> {
  const { kind, subjectId } = found.row;
  yield { path: "README.txt", open: () => text([aboutText(kind)]) };
  for (const [at, table] of tables.entries()) {
    yield { path: `rows/${table.name}.jsonl`, open: () => readRows(ctx, found, table) };
    await report((0.5 * (at + 1)) / tables.length);
  }
  if (kind === "tenant") yield { path: "people.jsonl", open: () => readPeople(ctx) };
  if (kind !== "visitor") yield* originals(ctx, found);
  await report(0.99);
  const { rows, files } = found;
  const { tenantId } = ctx.actor;
  const instance = ctx.ports.appUrl;
  const writtenAt = new Date().toISOString();
  const about = { format: "understudy export 1", kind, subjectId, tenantId, instance, writtenAt };
  yield {
    path: "about.json",
    open: () => text([JSON.stringify({ ...about, rows, files }, null, 2)]),
  };
}

async function* text(parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

async function* readRows(
  ctx: JobContext,
  { row, mentioning, rows }: Found,
  table: TenantTable,
): AsyncGenerator<string> {
  const without = hiddenColumns(row.kind, table);
  const twinId = row.kind === "tenant" ? null : row.twinId;
  let after: string | null = null;
  for (;;) {
    const page: { after: string | null; limit: number } = { after, limit: ROWS_PER_READ };
    const asked = { table, without, twinId, ...(mentioning && { mentioning }), ...page };
    const read = await ctx.transaction((tx) => listTenantRows(tx, asked));
    rows[table.name] = (rows[table.name] ?? 0) + read.length;
    if (read.length > 0) yield read.map((each) => `${JSON.stringify(each.row)}\n`).join("");
    if (read.length < ROWS_PER_READ) return;
    after = read.at(-1)!.place;
  }
}

async function* readPeople(ctx: JobContext): AsyncGenerator<string> {
  let after: readonly [string, string] | null = null;
  for (;;) {
    const page: { after: readonly [string, string] | null; limit: number } = {
      after,
      limit: ROWS_PER_READ,
    };
    const members = await ctx.transaction((tx) => listMembers(tx, page));
    yield members.map((member) => `${JSON.stringify(member)}\n`).join("");
    const last = members.at(-1);
    if (!last || members.length < ROWS_PER_READ) return;
    after = [last.createdAt.toISOString(), last.id];
  }
}

async function* originals(ctx: JobContext, found: Found): AsyncGenerator<ZipEntry> {
  const twinId = found.row.kind === "twin" ? found.row.twinId : null;
  let afterId: string | null = null;
  for (;;) {
    const page: { twinId: string | null; afterId: string | null; limit: number } = {
      twinId,
      afterId,
      limit: FILES_PER_READ,
    };
    const versions = await ctx.transaction((tx) => listOriginals(tx, page));
    for (const { id, blobKey, fileName } of versions) {
      found.files += 1;
      const ending = /\.[A-Za-z0-9]{1,8}$/.exec(fileName ?? "")?.[0] ?? "";
      const path = `files/${id}${ending.toLowerCase()}`;
      yield { path, isPacked: true, open: () => ctx.ports.blobs.stream(blobKey) };
    }
    if (versions.length < FILES_PER_READ) return;
    afterId = versions.at(-1)!.id;
  }
}
