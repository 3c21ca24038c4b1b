import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type ProductProcess, spawnProcess, startProcess } from "../product/start-process.ts";
import { ask, getSource, longText, type Source, upload } from "../product/teach.ts";
import { watch } from "../product/watch.ts";
import { holdTable } from "./hold-table.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { recoveredWithin } from "./recovered-within.ts";

const patience = { timeout: 60_000, interval: 50 };
const AT_ONCE = 50;
const RECOVERED_WITHIN_MS = 10_000;
const PICKED_UP_WITHIN_MS = 25_000;
const REFUSED_WITHIN_MS = 5_000;

describe("a database that goes away", () => {
  let server: OwnServer;
  let serve: ProductProcess;
  let work: ProductProcess;
  let session: Session;
  let twinId: string;

  beforeAll(async () => {
    server = await startOwnServer();
    [serve, work] = await Promise.all([
      startProcess("serve", server.settings),
      startProcess("work", server.settings),
    ]);
    session = await signUp(serve.url);
    ({ id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" }));
  });
  afterAll(async () => {
    for (const running of [serve, work]) running?.kill("SIGKILL");
    await server?.[Symbol.asyncDispose]();
  });

  const readiness = (url: string) => async () => (await fetch(`${url}/readyz`)).status;
  const liveness = async (url: string) => (await fetch(`${url}/healthz`)).status;
  const status = (source: Source) => async () => (await getSource(session, source)).status;
  const oneAnswer = async () => {
    const { id } = await session.mutate<{ id: string }>("chat.start", { twinId });
    return ask(session, id, "What did keeper 3 write down?");
  };

  const refusal = () =>
    oneAnswer().then(
      ({ ended }) => `answered: ${ended}`,
      (error: Error) => error.message,
    );

  test("and comes back is gone for seconds: nothing acknowledged is lost, no process ends", async (context) => {
    context.onTestFailed(() => {
      for (const { log } of [serve, work]) process.stderr.write(`${log().slice(-4_000)}\n`);
    });
    const watching = await watch(session, "source.watch", { twinId });
    const acknowledged: Source[] = [];
    const load = Array.from({ length: AT_ONCE }, async (_, i) => {
      await upload(session, twinId, longText(`storm ${i}`, 100)).then(
        (source) => acknowledged.push(source),
        (error: Error) => expect(error.message).toMatch(/^upload: 503 .*database.unavailable/),
      );
      return oneAnswer().catch((error: Error) => expect(error.message).toMatch(/: 503 /));
    });
    await expect.poll(() => acknowledged.length, { ...patience, interval: 1 }).toBeGreaterThan(3);
    await server.cluster.halt();
    for (const { url } of [serve, work]) {
      await expect.poll(readiness(url), patience).toBe(503);
      expect(await liveness(url)).toBe(200);
    }
    const askedMs = performance.now();
    expect(await refusal()).toMatch(/: 503 /);
    expect(performance.now() - askedMs).toBeLessThan(REFUSED_WITHIN_MS);
    // Too busy at first, as long as what was begun before stands in the way.
    await expect.poll(refusal, patience).toMatch(/: 503 .*database.unavailable/);
    await watching.ended;
    expect(watching.told()).toContain('"reason":"database.unavailable"');
    await server.cluster.resume();
    const backMs = performance.now();
    for (const { url } of [serve, work]) await expect.poll(readiness(url), patience).toBe(200);
    await expect.poll(async () => (await oneAnswer()).ended, patience).toBe("done");
    recoveredWithin(context, backMs, RECOVERED_WITHIN_MS);
    await Promise.all(load);
    const refilledMs = performance.now();
    for (const source of acknowledged) await expect.poll(status(source), patience).toBe("live");
    // Work that the outage broke is not waited for as a dead worker's is.
    expect(performance.now() - refilledMs).toBeLessThan(PICKED_UP_WITHIN_MS);

    const again = await watch(session, "source.watch", { twinId });
    const later = await upload(session, twinId, longText("the calm", 100));
    await expect.poll(status(later), patience).toBe("live");
    await expect
      .poll(again.told, patience)
      .toMatch(new RegExp(`"sourceId":"${later.id}".*"status":"live"`));
    again.close();
  }, 180_000);

  test("or stands still is refused within seconds, and all is well after", async () => {
    const held = await holdTable(server.url, "sources");
    const startedMs = performance.now();
    const replies = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => upload(session, twinId, longText(`lock ${i}`, 5))),
    );
    expect(performance.now() - startedMs).toBeLessThan(20_000);
    for (const reply of replies) {
      expect(reply).toMatchObject({ reason: { message: expect.stringMatching(/^upload: 503 /) } });
    }
    await held[Symbol.asyncDispose]();
    const source = await upload(session, twinId, longText("after the lock", 5));
    await expect.poll(status(source), patience).toBe("live");
  }, 90_000);

  test("or is not there at the start: the start ends with one clear sentence", async () => {
    const nowhere = new URL(server.url);
    nowhere.port = "1";
    const settings = { ...server.settings, DATABASE_URL: nowhere.href };
    const starting = await spawnProcess("serve", settings);
    expect(await starting.ended).toEqual({ code: 1, signal: null });
    expect(starting.log()).toBe("The database that DATABASE_URL names does not answer.\n");
  });
});
