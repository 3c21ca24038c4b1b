import type { ExportKind } from "@understudy/db/column-values";
import type { TenantTable } from "@understudy/db/queries/tenant-rows";

/** Made from other rows, or there for a moment only. */
const DERIVED =
  /^(message_words|visitor_words|message_events|chunk_embeddings|embedding_cache|source_segments|usage_reservations|vectors_.+)$/;
/** How the workspace runs, and what its people did: of a visitor, but not the visitor's. */
const INTERNAL = /^(audit_events|erasures|exports|jobs|job_logs|deliveries|twin_imports)$/;
/** What opens something, and how a twin thinks. */
const SECRET = /^(token|secret|password_hash|idempotency_key)$/;
const INNER = new Set(["trace"]);

/** The tables of an export: all there are, as the database lists them, but those that only repeat others. */
export function tablesFor(kind: ExportKind, tables: readonly TenantTable[]): TenantTable[] {
  return tables.filter(({ name, hasTwin }) => {
    if (DERIVED.test(name)) return false;
    if (kind === "tenant") return true;
    if (kind === "twin") return hasTwin || name === "twins";
    return hasTwin && !INTERNAL.test(name);
  });
}

/** Columns that stay here: secrets, bytes, and for a visitor what is the owner's. */
export function hiddenColumns(
  kind: ExportKind,
  { opaque, columns }: Pick<TenantTable, "opaque" | "columns">,
): string[] {
  const hidden = columns.filter((name) => {
    return SECRET.test(name) || (kind === "visitor" && INNER.has(name));
  });
  return [...opaque, ...hidden];
}

export function aboutText(kind: ExportKind): string {
  const subject = { visitor: "one visitor", twin: "one twin", tenant: "one workspace" }[
    kind as "visitor" | "twin" | "tenant"
  ];
  return [
    `Everything that this instance of Understudy keeps of ${subject}.`,
    "",
    "rows/    one file for each table, one row a line, as JSON",
    ...(kind === "visitor" ? [] : ["files/   what sources were made from, named by their version"]),
    ...(kind === "tenant" ? ["people.jsonl   who belongs to the workspace"] : []),
    "about.json   what this is, when it was written, and how many rows there are",
    "",
    "Not in here: passwords, tokens, keys and their hashes; vectors and indexes, which are made anew",
    "from the text.",
    ...(kind === "visitor"
      ? ["Nor what the workspace noted of its own work: its log, its jobs, how an answer was made."]
      : []),
    "",
  ].join("\n");
}
