import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSession, type Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type ProductProcess, startProcess } from "../product/start-process.ts";
import { ask, getJob, getSource, longText, upload } from "../product/teach.ts";
import { watch } from "../product/watch.ts";
import { holdTable } from "./hold-table.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";

type Status = { ready: boolean; dependencies: { name: string; state: string; detail?: string }[] };
type Counts = Record<string, number>;
type Erasure = { receipt: { receipt: { removed: Counts; verified: Counts } } };
const patience = { timeout: 60_000, interval: 50 };

describe("two of each on one database", () => {
  let server: OwnServer;
  let serves: ProductProcess[] = [];
  let works: ProductProcess[] = [];
  let here: Session;
  let there: Session;
  let twinId: string;

  const start = (mode: "serve" | "work") => startProcess(mode, server.settings);
  const queue = async (url: string) => {
    const reply = await fetch(`${url}/readyz`);
    const { dependencies } = (await reply.json()) as Status;
    return dependencies.find(({ name }) => name === "queue");
  };

  beforeAll(async () => {
    server = await startOwnServer();
    const started = await Promise.all([
      start("serve"),
      start("serve"),
      start("work"),
      start("work"),
    ]);
    [serves, works] = [started.slice(0, 2), started.slice(2)];
    here = await signUp(serves[0]!.url);
    there = here.at(serves[1]!.url);
    ({ id: twinId } = await here.mutate<{ id: string }>("twin.create", { name: "Keeper" }));
  });
  afterAll(async () => {
    for (const { kill } of [...serves, ...works]) kill("SIGKILL");
    await server?.[Symbol.asyncDispose]();
  });

  test("what one takes in is live, watched, found and answered at the other", async () => {
    const watching = await watch(there, "source.watch", { twinId });
    const text = `The lamp of Kereva burns 40 litres of oil a night. ${longText("Kereva", 40)}`;
    const source = await upload(here, twinId, text);
    await expect.poll(watching.told, patience).toContain('"status":"live"');
    await expect.poll(watching.told, patience).toContain('"status":"succeeded"');
    expect(await getSource(there, source)).toMatchObject({ status: "live" });
    watching.close();
    for (const session of [here, there]) {
      const { id } = await session.mutate<{ id: string }>("chat.start", { twinId });
      const answer = await ask(session, id, "How much oil does the lamp of Kereva burn a night?");
      expect(answer).toMatchObject({ status: 200, ended: "done" });
      expect(answer.text).toContain(source.id);
    }
  });

  test("a twin that is erased by one while the other takes in more leaves nothing, and answers at neither", async () => {
    const { id } = await here.mutate<{ id: string }>("twin.create", { name: "Gone" });
    const held = await holdTable(server.url, "source_segments");
    const source = await upload(here, id, longText("a lost log", 400));
    await expect.poll(async () => (await getJob(here, source)).stage, patience).toBe("index");
    const erasing = await there.mutate<{ id: string; jobId: string }>("twin.erase", {
      twinId: id,
      confirm: "Gone",
    });
    const status = async () => (await getJob(here, erasing)).status;
    await expect.poll(status, patience).toBe("running");
    await held[Symbol.asyncDispose]();
    await expect.poll(status, patience).toBe("succeeded");
    const { items } = await there.query<{ items: Erasure[] }>("privacy.listErasures", { limit: 1 });
    const { removed, verified } = items[0]!.receipt.receipt;
    expect(removed).toMatchObject({ sources: 1, files: 1 });
    expect(verified).toMatchObject({ rowsLeft: 0, filesLeft: 0, vectorsLeft: 0 });
    for (const session of [here, there]) {
      await expect(session.mutate("chat.start", { twinId: id })).rejects.toThrow(/404/);
    }
  });

  test("questions that come by both doors at once find exactly the room that a quota has", async () => {
    const { id } = await here.mutate<{ id: string }>("twin.create", { name: "Counted" });
    const quota = { scope: "twin", subjectId: id, metric: "messages", period: "day", limit: 5 };
    await there.mutate("usage.setQuota", quota);
    const asked = Array.from({ length: 20 }, async (_, i) => {
      const session = i % 2 === 0 ? here : there;
      const chat = await session.mutate<{ id: string }>("chat.start", { twinId: id });
      return (await ask(session, chat.id, "How many?")).status;
    });
    const statuses = await Promise.all(asked);
    expect(statuses.toSorted()).toEqual([...Array(5).fill(200), ...Array(15).fill(429)]);
  });

  test("a key that is revoked at one is refused at the other at once", async () => {
    const { id, key } = await here.mutate<{ id: string; key: string }>("apiKey.create", {
      name: "engineer",
      kind: "secret",
    });
    const engineer = openSession(there.url, { authorization: `Bearer ${key}` });
    await engineer.query("twin.get", { twinId });
    await here.mutate("apiKey.revoke", { apiKeyId: id });
    await expect(engineer.query("twin.get", { twinId })).rejects.toThrow(/401.*credential.refused/);
  });

  test("without any that takes jobs, both say why things wait; with one again, they don't", async () => {
    expect(await queue(here.url)).toMatchObject({ state: "ok", detail: "2 workers" });
    expect(await queue(works[0]!.url)).toMatchObject({ state: "ok" });
    for (const work of works) expect(await work.stop()).toEqual({ code: 0, signal: null });
    expect(await queue(here.url)).toMatchObject({
      state: "degraded",
      detail: expect.stringContaining("no worker"),
    });
    expect((await fetch(`${there.url}/readyz`)).status).toBe(200);
    works = [await start("work")];
    await expect.poll(() => queue(there.url), patience).toMatchObject({ state: "ok" });
  });

  test("one that is told to stop under load says so first, and finishes what was begun", async () => {
    const [leaving] = serves;
    const outcomes: Promise<number>[] = [];
    const seen: number[] = [];
    let load = true;
    const call = async () => {
      const reply = await fetch(`${leaving!.url}/trpc/twin.list?input=%7B%7D`, {
        headers: here.headers,
      });
      await reply.arrayBuffer();
      return reply.status;
    };
    const arrivals = async () => {
      while (load) {
        outcomes.push(call());
        await delay(10);
      }
    };
    const probes = async () => {
      while (load) {
        const reply = await fetch(`${leaving!.url}/readyz`).catch(() => null);
        if (!reply) return;
        seen.push(reply.status);
      }
    };
    const running = [arrivals(), probes()];
    await delay(300);
    leaving!.kill("SIGTERM");
    await expect.poll(() => seen.at(-1), { ...patience, interval: 1 }).toBe(503);
    load = false;
    await Promise.all(running);
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set([200]));
    expect(await leaving!.ended).toEqual({ code: 0, signal: null });
  });

  test("what was acknowledged goes live though every door was killed at once", async () => {
    const source = await upload(there, twinId, longText("a killed door", 4_000));
    serves[1]!.kill("SIGKILL");
    await serves[1]!.ended;
    serves = [await start("serve")];
    const session = here.at(serves[0]!.url);
    await expect.poll(async () => (await getSource(session, source)).status, patience).toBe("live");
  });
});
