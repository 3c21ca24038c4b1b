import { listLiveVersions } from "@understudy/db/queries/live-versions";
import { insertRelease, setCurrentRelease } from "@understudy/db/queries/releases";
import { lockTwin } from "@understudy/db/queries/twins";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { hashConfiguration, readConfiguration } from "./configuration.ts";
import { Published, PublishInput } from "./contract.ts";
import { readRelease } from "./read-release.ts";

/** Freezes the draft's configuration, and gives it to visitors from their next question on. */
export const publishRelease = useCase({
  permission: "release.write",
  input: PublishInput,
  output: Published,
  run: (ctx, { twinId, note, override = null }) =>
    ctx.transaction(async (tx) => {
      const twin = await lockTwin(tx, twinId);
      if (!twin) throw notFound("twin");
      const configuration = readConfiguration(twin);
      const row = await insertRelease(tx, {
        twinId,
        configuration,
        configurationHash: hashConfiguration(configuration),
        note,
        overrideReason: override,
        qualityRunId: null,
        sourceVersions: await listLiveVersions(tx, twinId),
        ...editorOf(ctx.actor),
      });
      await setCurrentRelease(tx, { twinId, releaseId: row.id });
      const details = { number: row.number, override: override !== null };
      const subject = { subjectKind: "release", subjectId: row.id };
      await ctx.audit(tx, { action: "release.publish", ...subject, details });
      return {
        status: "published" as const,
        ...readRelease(row, row.id),
        warnings: ["no_tests" as const],
      };
    }),
});
