import { stringify } from "csv-stringify/sync";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { readPage } from "./audit-events.ts";
import { type AuditEvent, AuditExport, ExportAuditInput } from "./contract.ts";

const EVENTS_AT_ONCE = 1_000;
const COLUMNS = [
  "sequence",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "action",
  "outcome",
  "subjectKind",
  "subjectId",
  "ipAddress",
  "correlationId",
  "details",
  "hash",
  "id",
];

/** The log as a file, in parts of a thousand events, newest first; that it was taken out is recorded in it. */
export const exportAudit = useCase({
  permission: "audit.read",
  input: ExportAuditInput,
  output: AuditExport,
  run: async (ctx, { format, ...asked }) => {
    requireAllTwins(ctx);
    const isFirst = asked.cursor === undefined;
    return ctx.transaction(async (tx) => {
      const { items, nextCursor } = await readPage(tx, { ...asked, limit: EVENTS_AT_ONCE });
      if (isFirst) {
        const details = { format };
        await ctx.audit(tx, {
          action: "audit.export",
          subjectKind: "audit",
          subjectId: null,
          details,
        });
      }
      return {
        fileName: `audit.${format}`,
        mediaType: format === "csv" ? "text/csv" : "application/jsonl",
        text: format === "csv" ? toCsv(items, isFirst) : toJsonLines(items),
        nextCursor,
      };
    });
  },
});

function toJsonLines(events: readonly AuditEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** No cell is taken for a formula by what opens it. */
function toCsv(events: readonly AuditEvent[], header: boolean): string {
  const rows = events.map(({ actor, details, ...event }) => ({
    ...event,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    details: details && JSON.stringify(details),
  }));
  return stringify(rows, { header, columns: COLUMNS, escape_formulas: true });
}
