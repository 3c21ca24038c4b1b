import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type ProductProcess, startProcess } from "../product/start-process.ts";
import { ask, getJob, getSource, longText, upload } from "../product/teach.ts";
import { holdTable } from "./hold-table.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { recoveredWithin } from "./recovered-within.ts";

const patience = { timeout: 60_000, interval: 20 };
const SWEPT_WITHIN_MS = 30_000;
type Conversation = { messages: { role: string; text: string; status: string }[] };

describe("what ends half-way", () => {
  let server: OwnServer;
  let serve: ProductProcess;
  let work: ProductProcess;
  let session: Session;
  let twinId: string;
  let owner: postgres.Sql;

  beforeAll(async () => {
    server = await startOwnServer();
    owner = postgres(server.cluster.url, { max: 1 });
    [serve, work] = await Promise.all([
      startProcess("serve", server.settings),
      startProcess("work", server.settings),
    ]);
    session = await signUp(serve.url);
    ({ id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" }));
  });
  afterAll(async () => {
    for (const running of [serve, work]) running?.kill("SIGKILL");
    await owner?.end();
    await server?.[Symbol.asyncDispose]();
  });

  /** Everything that is left of any source, as the superuser sees it past every policy. */
  const leftOvers = async () => {
    const [rows] = await owner<Record<string, number>[]>`
      select (select count(*)::int from sources where twin_id = ${twinId}) as sources,
        (select count(*)::int from source_versions where twin_id = ${twinId}) as versions,
        (select count(*)::int from chunks where twin_id = ${twinId}) as chunks,
        (select count(*)::int from source_segments where twin_id = ${twinId}) as segments`;
    const blobs = readdirSync(join(server.settings.DATA_DIR ?? "", "blobs"), {
      recursive: true,
      withFileTypes: true,
    });
    return { ...rows, blobs: blobs.filter((entry) => entry.isFile()).length };
  };

  test("a source that is removed while it is taken in leaves nothing", async () => {
    const held = await holdTable(server.url, "source_segments");
    const source = await upload(session, twinId, longText("a sunken ship", 1_000));
    await expect.poll(async () => (await getJob(session, source)).stage, patience).toBe("index");
    expect(await leftOvers()).toMatchObject({ sources: 1, versions: 1, blobs: 1 });
    await session.mutate("source.remove", { sourceId: source.id });
    await expect(getSource(session, source)).rejects.toThrow(/404/);
    await held[Symbol.asyncDispose]();
    await expect
      .poll(leftOvers, patience)
      .toEqual({ sources: 0, versions: 0, chunks: 0, segments: 0, blobs: 0 });
    expect(await getJob(session, source)).toMatchObject({ status: "cancelled" });
  });

  test("an answer whose process is killed gets one end by itself, and can be asked again", async (context) => {
    const source = await upload(session, twinId, "The lamp of Kereva was first lit in 1874.");
    await expect.poll(async () => (await getSource(session, source)).status, patience).toBe("live");
    const { id } = await session.mutate<{ id: string }>("chat.start", { twinId });
    const held = await holdTable(server.url, "citations");
    const question = "When was the lamp of Kereva first lit?";
    const lost = ask(session, id, question).catch(() => null);
    const unfinished = () =>
      owner`select from messages where status in ('pending', 'streaming') and role = 'assistant'`;
    await expect.poll(unfinished, patience).toHaveLength(1);
    serve.kill("SIGKILL");
    await serve.ended;
    const killedMs = performance.now();
    await lost;
    await held[Symbol.asyncDispose]();
    await expect.poll(unfinished, patience).toHaveLength(0);
    recoveredWithin(context, killedMs, SWEPT_WITHIN_MS);

    serve = await startProcess("serve", server.settings);
    session = session.at(serve.url);
    const kept = await session.query<Conversation>("conversation.get", { conversationId: id });
    expect(kept.messages).toMatchObject([
      { role: "user", text: question, status: "complete" },
      { role: "assistant", status: "failed" },
    ]);
    expect(await ask(session, id, question)).toMatchObject({ status: 200, ended: "done" });
  });
});
