import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootDir } from "../bootstrap/paths.js";
import { makeDataDir } from "../product/data-dir.ts";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { freePort, type ProductProcess, startProcess } from "../product/start-process.ts";
import { getJob, getSource, longText, readChunks, upload } from "../product/teach.ts";
import { watch } from "../product/watch.ts";
import { recoveredWithin } from "./recovered-within.ts";

const patience = { timeout: 60_000, interval: 20 };

describe("the product on its own database", () => {
  let dataDir: string;
  let settings: Record<string, string>;
  let product: ProductProcess;
  let session: Session;
  let twinId: string;

  beforeAll(async () => {
    dataDir = await makeDataDir();
    settings = { DATA_DIR: dataDir, PORT: String(await freePort()) };
    product = await startProcess("all", settings);
    session = await signUp(product.url);
    ({ id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" }));
  });
  afterAll(() => {
    product?.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("tells how far an ingestion has come while it is under way, not at its end", async () => {
    const watching = await watch(session, "source.watch", { twinId });
    const source = await upload(session, twinId, longText("a long night", 40_000));
    await expect.poll(watching.told, patience).toMatch(/"stage":"(?:parse|chunk|embed|index)"/);
    expect(watching.told()).not.toContain('"status":"live"');
    await expect.poll(watching.told, patience).toContain('"status":"live"');
    await expect.poll(watching.told, patience).toContain('"status":"succeeded"');
    expect(await getSource(session, source)).toMatchObject({ status: "live" });
    watching.close();
  });

  test("killed in the middle of its work and started again finishes it, without a wait", async (context) => {
    const source = await upload(session, twinId, longText("a cut wire", 40_000));
    await expect
      .poll(async () => (await getJob(session, source)).stage, { ...patience, interval: 1 })
      .toMatch(/^(?:parse|chunk|embed|index)$/);
    product.kill("SIGKILL");
    await product.ended;
    product = await startProcess("all", settings);
    const backMs = performance.now();
    await expect.poll(async () => (await getSource(session, source)).status, patience).toBe("live");
    recoveredWithin(context, backMs, 20_000);
    // A source is live by its own transaction; the job's end is written right after.
    const ended = { status: "succeeded", attempt: 2 };
    await expect.poll(() => getJob(session, source), patience).toMatchObject(ended);
    const ordinals = (await readChunks(session, source)).map((chunk) => Number.parseInt(chunk, 10));
    expect(ordinals).toEqual(ordinals.map((_, i) => i));
  });

  test("ends with everything it started when Ctrl-C reaches npm and all below it", async () => {
    expect(await product.stop()).toEqual({ code: 0, signal: null });
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, HOST: "127.0.0.1", ...settings };
    const npm = spawn("npm", ["start"], { cwd: rootDir, env, detached: true, stdio: "ignore" });
    const url = `http://127.0.0.1:${settings.PORT}`;
    const ready = () =>
      fetch(`${url}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(ready, { timeout: 120_000 }).toBe(200);
    process.kill(-(npm.pid ?? 0), "SIGINT");
    await expect.poll(() => groupIsAlive(npm), patience).toBe(false);
    expect(await ready()).toBe(0);
    product = await startProcess("all", settings);
    expect(existsSync(join(dataDir, "postgres"))).toBe(true);
  }, 180_000);
});

/** Signal 0 finds out whether any process of the group is left. */
function groupIsAlive({ pid }: ChildProcess): boolean {
  try {
    process.kill(-(pid ?? 0), 0);
    return true;
  } catch {
    return false;
  }
}
