import type { Context } from "../../kernel/context.ts";
import { publishRelease } from "../../release/publish-release.ts";
import { addText } from "../../source/add-text.ts";
import { listSourceChunks } from "../../source/source-text.ts";
import type { TestTenant, TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { type NewExpectation, QualityRunDetail } from "../contract.ts";
import { getRun, listRuns, runTests } from "../runs.ts";
import { createTest } from "../write-test.ts";

/** More than a passage takes. */
const FOG = Array.from(
  { length: 40 },
  (_, day) =>
    `On day ${day + 1} the log of the station notes fog at dawn and a swell from the east.`,
).join(" ");

export const PAINT =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";
export const HANDBOOK = `${PAINT}\n\n${FOG}\n\nThe lamp burns rapeseed oil. One barrel lasts eleven nights in winter.`;

export const PAINTED = "When was the lighthouse at Kereva painted?";
export const OUTSIDE = "What is the capital of Mongolia?";

/** A twin that knows a lighthouse, and what its owner does with its tests. */
export function keepTwins(world: TestWorld, tenant: TestTenant, owner: Context) {
  return {
    async newTwin() {
      const twin = { name: "Keeper", noAnswerMessage: "Ask the harbour master." };
      const { id: twinId } = await createTwin.run(owner, twin);
      const note = { twinId, title: "Handbook", text: HANDBOOK };
      const { id: sourceId } = await addText.run(owner, note);
      await world.runJobs(tenant, "ingestion");
      const chunkOf = async (words: string) => {
        const { items } = await listSourceChunks.run(owner, { sourceId, limit: 100 });
        return items.find(({ text }) => text.includes(words))!.id;
      };
      return { twinId, sourceId, chunkOf };
    },
    addTest: (twinId: string, question: string, ...expectations: NewExpectation[]) =>
      createTest.run(owner, { twinId, question, expectations, origin: "hand" }),
    async run(twinId: string) {
      const { id: runId } = await runTests.run(owner, { twinId });
      await world.runJobs(tenant, "quality_run");
      return QualityRunDetail.parse(await getRun.run(owner, { runId }));
    },
    /** A change of content is tested by a job that begins the run, and by that. */
    async settleContent(twinId: string) {
      await world.runJobs(tenant, "ingestion");
      await world.runJobs(tenant, "quality_run");
      await world.runJobs(tenant, "quality_run");
      const { items } = await listRuns.run(owner, { twinId, limit: 1 });
      return QualityRunDetail.parse(await getRun.run(owner, { runId: items[0]!.id }));
    },
    publish: (twinId: string, override?: string) =>
      publishRelease.run(owner, { twinId, note: "", waitSeconds: 0, override }),
  };
}
