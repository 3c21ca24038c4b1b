import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeDataDir } from "../product/data-dir.ts";
import { signUp } from "../product/sign-up.ts";
import { startProcess } from "../product/start-process.ts";
import { getSource, longText, upload } from "../product/teach.ts";

const patience = { timeout: 60_000, interval: 50 };
const SENTENCES_OF_TWO_MB = 28_000;

test("a full disk is told as one, leaves nothing half, and is forgotten when there is room", async ({
  skip,
}) => {
  const dataDir = await makeDataDir();
  const blobs = join(dataDir, "blobs");
  mkdirSync(blobs);
  if (!mountSmallDisk(blobs)) skip("only root may mount a small disk");
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  stack.defer(() => void execFileSync("umount", ["-l", blobs]));
  const product = await startProcess("all", { DATA_DIR: dataDir });
  stack.defer(async () => void (await product.stop()));
  const session = await signUp(product.url);
  const { id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" });

  const tooMuch = upload(session, twinId, longText("a flood", SENTENCES_OF_TWO_MB));
  await expect(tooMuch).rejects.toThrow(/^upload: 507 .*"storage.full".*The disk is full/);
  expect(readdirSync(join(blobs, "partial"))).toEqual([]);
  const { items } = await session.query<{ items: unknown[] }>("source.list", { twinId });
  expect(items).toEqual([]);

  const ballast = join(blobs, "ballast");
  expect(() => writeFileSync(ballast, new Uint8Array(2_097_152))).toThrow(/ENOSPC/);
  const readiness = async () => (await fetch(`${product.url}/readyz`)).status;
  await expect.poll(readiness, patience).toBe(503);
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200);

  rmSync(ballast);
  await expect.poll(readiness, patience).toBe(200);
  const source = await upload(session, twinId, longText("low tide", 50));
  await expect.poll(async () => (await getSource(session, source)).status, patience).toBe("live");
}, 120_000);

function mountSmallDisk(folder: string): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    // In a container even root may be refused.
    return false;
  }
}
