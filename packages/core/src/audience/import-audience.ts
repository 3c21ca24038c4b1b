import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { makeBlobKey } from "../source/blob-key.ts";
import { requireTwin } from "../twin/twins.ts";
import { ImportAudienceInput, ImportPreview, ImportReport, MAX_PREVIEW_ROWS } from "./contract.ts";
import { importDeclaration } from "./import-declaration.ts";
import { importPeople } from "./import-people.ts";
import { judgeRows } from "./judge-rows.ts";
import { type PersonFile, readPersonRows } from "./read-person-rows.ts";

/** More than these are taken in by a job. */
const MOST_AT_ONCE = 500;

/** What an import of this file would do, and what is wrong with its rows; changes nothing. */
export const previewAudienceImport = useCase({
  permission: "audience.write",
  input: ImportAudienceInput,
  output: ImportPreview,
  run: async (ctx, { twinId, csv }) => {
    const file = await requireFile(ctx, { twinId, csv });
    const { judged, problems } = await ctx.transaction((tx) =>
      judgeRows(tx, { twinId, rows: file.rows }),
    );
    const count = (wanted: string) => judged.filter(({ effect }) => effect === wanted).length;
    return {
      created: count("create"),
      updated: count("update"),
      unchanged: count("unchanged"),
      problems: [...file.problems, ...problems].toSorted((a, b) => a.line - b.line),
      rows: judged.slice(0, MAX_PREVIEW_ROWS).map(({ row: { note: _, ...row }, effect }) => ({
        ...row,
        effect,
      })),
    };
  },
});

/** People from elsewhere: known by their external id or address, until they prove to be somebody. */
export const importAudience = useCase({
  permission: "audience.write",
  input: ImportAudienceInput,
  output: ImportReport,
  run: async (ctx, { twinId, csv }) => {
    const file = await requireFile(ctx, { twinId, csv });
    if (file.rows.length > MOST_AT_ONCE) return importLater(ctx, { twinId, csv, file });
    const commit = ctx.transaction;
    const { problems, ...counts } = await importPeople(ctx, { twinId, rows: file.rows, commit });
    return { ...counts, problems: [...file.problems, ...problems], jobId: null };
  },
});

async function requireFile(
  ctx: Context,
  { twinId, csv }: { twinId: string; csv: string },
): Promise<PersonFile> {
  await ctx.transaction((tx) => requireTwin(tx, twinId));
  const file = readPersonRows(csv);
  if (file.rows.length > 0 || file.problems.length > 0) return file;
  throw new DomainError("invalid", "audience.no_rows", "There is nobody in this file.");
}

async function importLater(
  ctx: Context,
  { twinId, csv, file }: { twinId: string; csv: string; file: PersonFile },
) {
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  await ctx.ports.blobs.put(blobKey, Buffer.from(csv));
  const payload = { twinId, blobKey };
  const jobId = await ctx.transaction((tx) =>
    ctx.enqueue(tx, { job: importDeclaration, payload, subjectId: twinId, twinId }),
  );
  return { created: 0, updated: 0, unchanged: 0, problems: file.problems, jobId };
}
