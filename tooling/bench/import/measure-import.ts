import { setTimeout as pause } from "node:timers/promises";
import { openTestWorld } from "@understudy/core/testing/open-test-world";
import { openStore, type Store } from "../../product/open-store.ts";
import { openSession, type Session } from "../../product/session.ts";
import { startProcess } from "../../product/start-process.ts";
import { keyHeaders } from "../../product/teach-twin.ts";
import { makeCorpus } from "../search/make-corpus.ts";
import { processUse } from "../stream/process-use.ts";

const WORDS_PER_NOTE = 200;
const AT_ONCE = 4;
const LOOK_EVERY_MS = 1_000;
/** A check that waits for longer is tomorrow's. */
const SOON_MS = 60_000;

export interface Spent {
  seconds: number;
  /** Of the product's process, the embedded database with it, for each note. */
  cpuMs: number;
}

export interface ImportFigures {
  notes: number;
  /** From the first request until every note answers. */
  live: Spent;
  /** Until what was added has been looked at, too. */
  checked: Spent;
}

/** An empty twin that is given so many notes, by one process of the product that does everything. */
export async function measureImport(engine: string, notes: number): Promise<ImportFigures> {
  await using store = await openStore(engine);
  const headers = await openTenant(store);
  const product = await startProcess("all", { ...store.settings, LOG_LEVEL: "error" });
  try {
    const session = openSession(product.url, headers);
    const { id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Import" });
    const [startedMs, before] = [performance.now(), processUse(product.pid).cpuMs];
    const spent = (): Spent => ({
      seconds: (performance.now() - startedMs) / 1_000,
      cpuMs: (processUse(product.pid).cpuMs - before) / notes,
    });
    await addNotes(session, twinId, notes);
    await until(() => isAllLive(session, twinId));
    const live = spent();
    await until(() => isChecked(session, twinId));
    return { notes, live, checked: spent() };
  } finally {
    await product.stop();
  }
}

async function openTenant(store: Store): Promise<Record<string, string>> {
  await using world = await openTestWorld({}, store.open());
  // Awaited here: the world is closed before a promise that is merely returned has settled.
  return await keyHeaders(await world.newTenant());
}

async function addNotes({ mutate }: Session, twinId: string, notes: number): Promise<void> {
  const corpus = makeCorpus(notes);
  let added = 0;
  const add = async () => {
    while (added < notes) {
      const title = `Note ${++added}`;
      await mutate("source.addText", { twinId, title, text: corpus.text(WORDS_PER_NOTE) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, add));
}

async function isAllLive({ query }: Session, twinId: string): Promise<boolean> {
  const waiting = { twinId, status: "processing", limit: 1 };
  return (await query<{ items: unknown[] }>("source.list", waiting)).items.length === 0;
}

async function isChecked({ query }: Session, twinId: string): Promise<boolean> {
  const isSoon = ({ dueAt }: { dueAt: string }) => Date.parse(dueAt) < Date.now() + SOON_MS;
  const checks = (status: string) =>
    query<{ items: { dueAt: string }[] }>("job.list", {
      twinId,
      status,
      kind: "health_check",
      limit: 9,
    });
  const running = await checks("running");
  return running.items.length === 0 && !(await checks("queued")).items.some(isSoon);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(LOOK_EVERY_MS);
}
