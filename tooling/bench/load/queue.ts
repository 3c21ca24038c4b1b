import { setTimeout as delay } from "node:timers/promises";
import type { Session } from "../../product/session.ts";
import type { Fleet } from "./open-fleet.ts";

const ADDED_AT_ONCE = 8;
const SENTENCES = 8;

interface Page {
  items: { kind: string; status: string }[];
}

/** LD7: notes that waited when the workers came, until each of them is live. */
export async function measureQueue(fleet: Fleet, count: number): Promise<string> {
  const { twin, works } = fleet;
  for (const work of works) work.kill("SIGSTOP");
  await addNotes(fleet, count);
  const startedMs = performance.now();
  for (const work of works) work.kill("SIGCONT");
  while (await isLeft(twin.owner)) await delay(100);
  const seconds = (performance.now() - startedMs) / 1_000;
  const failed = await twin.owner.query<Page>("job.list", { status: "failed", limit: 100 });
  return [
    `${count} short notes waited, two workers had them live after ${seconds.toFixed(1)} s`,
    `${(count / seconds).toFixed(0)} a second`,
    `${failed.items.length} failed`,
  ].join(" · ");
}

async function addNotes({ twin }: Fleet, count: number): Promise<void> {
  let left = count;
  const add = async () => {
    while (left > 0) {
      left -= 1;
      const about = crypto.randomUUID();
      const text = Array.from({ length: SENTENCES }, (_, n) => `Fact ${n} is about ${about}.`);
      const note = { twinId: twin.id, title: about, text: text.join(" ") };
      await twin.owner.mutate("source.addText", note);
    }
  };
  await Promise.all(Array.from({ length: ADDED_AT_ONCE }, add));
}

async function isLeft(owner: Session): Promise<boolean> {
  for (const status of ["queued", "running"]) {
    const { items } = await owner.query<Page>("job.list", { status, limit: 20 });
    if (items.some(({ kind }) => kind === "ingestion")) return true;
  }
  return false;
}
