import { defineJob } from "../kernel/job.ts";
import { importDeclaration } from "./import-declaration.ts";
import { importPeople } from "./import-people.ts";
import { readPersonRows } from "./read-person-rows.ts";

const PROBLEMS_TOLD = 100;

/** Takes a large file in, part by part; begun again it finds what it has done. The file goes when it has ended. */
export const takeInAudience = defineJob({
  ...importDeclaration,
  run: async (ctx, { twinId, blobKey }) => {
    const file = readPersonRows(new TextDecoder().decode(await ctx.ports.blobs.read(blobKey)));
    const { rows } = file;
    const { problems: more, ...counts } = await ctx.stage("import", [0, 1], (report) =>
      importPeople(ctx, { twinId, rows, report, commit: (work) => ctx.fenced(work) }),
    );
    const problems = [...file.problems, ...more].toSorted((a, b) => a.line - b.line);
    for (const { line, message } of problems.slice(0, PROBLEMS_TOLD)) {
      await ctx.note("warn", `Line ${line}: ${message}`);
    }
    await ctx.conclude({ ...counts, problems: problems.length });
    await ctx.ports.blobs.remove(blobKey);
  },
  gaveUp: async () => {},
});
