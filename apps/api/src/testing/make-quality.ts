import { setTimeout as delay } from "node:timers/promises";
import { resultOf, type TestSession } from "./test-session.ts";

/** A test, and a run of it that has ended: nothing changes by itself any more. */
export async function makeQuality(
  owner: TestSession,
  { twinId, name }: { twinId: string; name: string },
) {
  const create = (path: string, input: object) =>
    resultOf<{ id: string }>(owner.mutate(path, { twinId, ...input }));
  const test = await create("quality.createTest", {
    question: `Is the ${name} lighthouse striped?`,
    expectations: [{ kind: "contains", text: "striped" }],
  });
  const { id: runId } = await create("quality.run", {});
  const stands = () => resultOf<{ status: string }>(owner.query("quality.getRun", { runId }));
  while ((await stands()).status === "running") await delay(50);
  return { testId: test.id, runId };
}
