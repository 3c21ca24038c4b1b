import { setTimeout as delay } from "node:timers/promises";
import { resultOf, type TestSession } from "./test-session.ts";

export interface Taught {
  id: string;
  jobId: string;
}

/** Adds a note and waits until it answers. */
export async function teach(
  owner: TestSession,
  note: { twinId: string; title: string; text: string },
): Promise<Taught> {
  const source = await resultOf<Taught>(owner.mutate("source.addText", note));
  for (let look = 0; look < 400; look++) {
    const { status } = await resultOf<{ status: string }>(
      owner.query("source.get", { sourceId: source.id }),
    );
    if (status === "live") return source;
    await delay(50);
  }
  throw new Error("the source did not go live");
}

/** Has all of a twin looked at, and waits until it was. */
export async function checkHealth(owner: TestSession, twinId: string): Promise<void> {
  const { id: jobId } = await resultOf<{ id: string }>(
    owner.mutate("knowledge.checkHealth", { twinId }),
  );
  for (let look = 0; look < 400; look++) {
    const { status } = await resultOf<{ status: string }>(owner.query("job.get", { jobId }));
    if (status === "succeeded") return;
    await delay(50);
  }
  throw new Error("the health check did not end");
}
