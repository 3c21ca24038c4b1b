import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DataDirInUse } from "../data-dir-in-use.ts";
import { lockDataDir } from "./lock-data-dir.ts";

let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "understudy-lock-"));
  dataDir = join(folder, "postgres");
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** Another process that takes the lock and says whether it got it. */
async function holdInChild(): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    const { lockDataDir } = await import(${JSON.stringify(new URL("./lock-data-dir.ts", import.meta.url).href)});
    lockDataDir(${JSON.stringify(dataDir)}).then(
      () => { process.stdout.write("held"); setInterval(() => {}, 1000); },
      (error) => { process.stdout.write(error.name); },
    );`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [said] = await once(child.stdout!, "data");
  return { child, said: String(said) };
}

test("a second process is refused and told who has it", async () => {
  const { child, said } = await holdInChild();
  expect(said).toBe("held");
  const refused = await lockDataDir(dataDir).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DataDirInUse);
  expect((refused as DataDirInUse).pid).toBe(child.pid);
  expect((refused as DataDirInUse).message).toContain(String(child.pid));
});

test("a lock whose holder was killed is taken over", async () => {
  const { child } = await holdInChild();
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = await lockDataDir(dataDir);
  await lock.release();
});

test("of many at once one gets it", async () => {
  const results = await Promise.all(Array.from({ length: 6 }, holdInChild));
  expect(results.map(({ said }) => said).sort()).toEqual([
    ...Array(5).fill("DataDirInUse"),
    "held",
  ]);
});

test("released, it is free; the same process cannot take it twice", async () => {
  const lock = await lockDataDir(dataDir);
  await expect(lockDataDir(dataDir)).rejects.toBeInstanceOf(DataDirInUse);
  await lock.release();
  await (await lockDataDir(dataDir)).release();
});

test("the number of a dead process that another one got since does not hold it", async () => {
  const lock = await lockDataDir(dataDir);
  const path = `${dataDir}.lock`;
  const identity = JSON.parse(await readFile(path, "utf8"));
  await lock.release();
  await writeFile(path, JSON.stringify({ ...identity, startedAt: "1" }));
  await (await lockDataDir(dataDir)).release();
  await writeFile(path, JSON.stringify({ ...identity, bootId: "another boot" }));
  await (await lockDataDir(dataDir)).release();
  await writeFile(path, "cut off");
  await (await lockDataDir(dataDir)).release();
});

test("a holder on another host is believed while it gives signs of life", async () => {
  const path = `${dataDir}.lock`;
  const holder = { pid: 1, host: "elsewhere", bootId: "x", startedAt: "1" };
  await writeFile(path, JSON.stringify(holder));
  await expect(lockDataDir(dataDir)).rejects.toBeInstanceOf(DataDirInUse);
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(path, longAgo, longAgo);
  await (await lockDataDir(dataDir)).release();
});
