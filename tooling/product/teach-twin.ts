import { createApiKey } from "@understudy/core/api-key/api-keys";
import { cancelJob } from "@understudy/core/job/cancel-job";
import { listJobs } from "@understudy/core/job/jobs";
import type { Context } from "@understudy/core/kernel/context";
import { addText } from "@understudy/core/source/add-text";
import { listSourceChunks } from "@understudy/core/source/source-text";
import type { TestTenant, TestWorld } from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";

export interface Teaching {
  /** At least so many. */
  passages: number;
  /** The text of each further source. */
  nextText: () => string;
  onPassages?: (passages: { id: string; text: string }[]) => void;
}

/** A new twin that was taught by the product's own jobs, in this process, until it has so many passages. */
export async function teachTwin(
  world: TestWorld,
  tenant: TestTenant,
  { passages, nextText, onPassages }: Teaching,
): Promise<{ twinId: string; passages: number }> {
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: `Twin of ${passages}` });
  let count = 0;
  for (let number = 1; count < passages; number++) {
    const note = { twinId, title: `Source ${number}`, text: nextText() };
    const { id: sourceId } = await addText.run(owner, note);
    await world.runJobs(tenant, "ingestion");
    for await (const page of pagesOf(owner, sourceId)) {
      count += page.length;
      onPassages?.(page);
    }
  }
  return { twinId, passages: count };
}

/** What is still queued would otherwise be run by whoever works on this database next. */
export async function leaveNoJobs(tenant: TestTenant): Promise<void> {
  const owner = tenant.as("owner");
  const { items } = await listJobs.run(owner, { limit: 100, status: "queued" });
  for (const { id: jobId } of items) await cancelJob.run(owner, { jobId });
}

/** What a program that knows the key calls the product with. */
export async function keyHeaders(tenant: TestTenant): Promise<Record<string, string>> {
  const { key } = await createApiKey.run(tenant.as("owner"), { name: "Bench", kind: "secret" });
  return { authorization: `Bearer ${key}` };
}

async function* pagesOf(owner: Context, sourceId: string) {
  let cursor: string | undefined;
  do {
    const page = await listSourceChunks.run(owner, { sourceId, cursor, limit: 100 });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
